package org.quittance.web.contact;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.contact.ContactPolicies.Version;
import org.quittance.core.contact.ContactPolicy;
import org.quittance.core.contact.LawPack;
import org.quittance.core.contact.LawPacks;
import org.quittance.correspondence.letter.CopiesLetter;
import org.quittance.correspondence.letter.Template;
import org.quittance.web.page.Format;
import org.quittance.web.page.Problems;

/**
 * The company's own rules.
 *
 * @param current the version that is valid today; null where the standard is
 */
public record ContactPolicyView(
        @Nullable Integer current, ContactPolicyForm form, List<Version> versions, Problems problems) {

    public ContactPolicyView {
        versions = List.copyOf(versions);
    }

    public List<Template> exemptible() {
        return ContactPolicyForm.EXEMPTIBLE;
    }

    public List<LawPack> laws() {
        return LawPacks.ALL;
    }

    public static String name(DayOfWeek day, Format format) {
        return day.getDisplayName(TextStyle.FULL, format.locale());
    }

    /** A policy in sentences. */
    public static List<String> sentences(ContactPolicy policy, Format format) {
        return List.of(
                "Calls %s, at most %s, %s"
                        .formatted(
                                policy.callHours().sentence(),
                                policy.calls().sentence(),
                                policy.afterConversationDays() == 0
                                        ? "no rest after a conversation"
                                        : "a rest of %s after a conversation"
                                                .formatted(format.days(policy.afterConversationDays()))),
                "Messages %s, at most %s and one a day"
                        .formatted(
                                policy.messageHours().sentence(),
                                policy.messages().sentence()),
                "On %s; public holidays: %s"
                        .formatted(
                                EnumSet.copyOf(policy.days()).stream()
                                        .map(day -> name(day, format))
                                        .collect(Collectors.joining(", ")),
                                policy.holidays().label()),
                "Messages that a person sends: " + policy.byHand().label(),
                "Outside these rules: " + all(labels(policy.exemptTemplates())),
                "Consumers by their segment: " + all(policy.personalSegments()),
                "Laws observed for every customer: " + all(policy.lawsForAll()),
                "Stopped: a run of more than %d customers and %d times what is usual over %s of sending"
                        .formatted(
                                policy.brake().freeCustomers(),
                                policy.brake().timesUsual(),
                                format.days(policy.brake().sendingDays())));
    }

    private static Set<String> labels(Set<String> templates) {
        return templates.stream()
                .map(name -> name.equals(CopiesLetter.TEMPLATE)
                        ? "Copies of documents"
                        : Template.valueOf(name).label())
                .collect(Collectors.toSet());
    }

    private static String all(Set<String> words) {
        return words.isEmpty() ? "none" : words.stream().sorted().collect(Collectors.joining(", "));
    }
}
