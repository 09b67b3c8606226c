package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.quittance.core.ledger.ItemKind;
import org.quittance.identity.Role;
import org.quittance.intake.IntakeDesk;
import org.quittance.intake.UploadRequest;
import org.quittance.ledger.EntryContext.Completeness;
import org.quittance.ledger.LegalEntity;
import org.quittance.platform.BusinessClock;
import org.quittance.testing.Books;
import org.quittance.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Follows the links of every page, once for each kind of page, as somebody who may see all of them: axe finds nothing, and no page is wider
 * than a phone, or than a desk's screen at 200 %. Pages that only a particular state of the books leads to have journeys of their own.
 */
@Journey
class EveryPageJourney {

    private static final int PHONE_WIDTH = 390;
    /** A screen of 1,280 pixels at 200 %. */
    private static final int ZOOMED_WIDTH = 640;

    /** What is not a page: files, and the way out. */
    private static final Pattern NO_PAGE = Pattern.compile(
            "/(export|pdf|refused|letter|file|copy)(\\?|$)|/attachments|^/items/[^/]+/copies/|^/sign-|^/assets|#");

    /**
     * What only agreements, interest notices, escalations, advices, settlement reports, returns, unknown payers, roll-outs, a team and a history lead to; the journeys of these areas look at
     * them. And a page of the tests' own.
     */
    private static final Set<String> WITHOUT_A_LINK_HERE = Set.of(
            "/agreements/interest/claims/{id}",
            "/agreements/plans/{id}",
            "/agreements/settlements/{id}",
            "/answer/{token}",
            "/cash/advices/{id}",
            "/cash/certificate/payments",
            "/cash/payments/{id}/bank",
            "/cash/payments/{id}/credits/{credit}",
            "/cash/returns/{id}",
            "/cash/scorecard/payments",
            "/cash/settlement-reports/{id}",
            "/customers/{id}/behaviour/{account}/{month}",
            "/customers/{id}/colleagues",
            "/customers/{id}/contacts/{contactId}",
            "/customers/{id}/copies",
            "/customers/{id}/dialling/{dialling}",
            "/disputes/{id}",
            "/escalations/{id}",
            "/journeys/mishap",
            "/outbox/answers/{id}",
            "/outbox/internal/{id}",
            "/outbox/letters/{id}",
            "/outbox/mailbox/{uid}",
            "/outbox/{id}",
            "/strategies/trials/{id}",
            "/strategies/{code}/versions/{version}/release",
            "/strategies/{code}/versions/{version}/rollout",
            "/strategies/{code}/versions/{version}/shares",
            "/team/approvals/{account}/{step}",
            "/team/calls/{activity}",
            "/team/targets/rows",
            "/today/approved",
            "/today/calls/{round}/{place}",
            "/today/calls/{round}/{place}/next",
            "/today/progress",
            "/today/sending",
            "/today/sending/{id}",
            "/today/targets",
            "/team/{id}/activity",
            "/team/{id}/calls");

    @Autowired
    private Books books;

    @Autowired
    private Statements statements;

    @Autowired
    private IntakeDesk intake;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private DSLContext sql;

    private final Set<String> kinds;

    EveryPageJourney(@Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.kinds = kindsOf(mappings);
    }

    @Test
    void everyPageThatALinkLeadsToIsAccessibleAndFitsAPhone(Visitor visitor) throws IOException {
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "C1", "E-1", 500_00, clock.today().minusDays(40));
        books.item(entity, "C1", ItemKind.CREDIT_NOTE, "G-1", -50_00, clock.today());
        long customer = sql.fetchSingle("select customer_id from ledger.account_view where entity_id = ?", entity.id())
                .get(0, Long.class);
        statements.come(entity, new Statements.Line("Somebody", 70_00, "thank you"));
        intake.handIn(
                new UploadRequest("every.csv", entity.id(), null, Completeness.PARTIAL, clock.today()),
                new ByteArrayInputStream(
                        "Customer number,Customer name\nC1,Ada Ltd\n".getBytes(StandardCharsets.UTF_8)),
                "test");
        visitor.signInAs(Role.MANAGER, Role.ADMINISTRATOR);
        List<String> faults = new ArrayList<>();
        Set<String> walked = walk(visitor, faults, "/today", "/customers/" + customer);
        assertThat(faults).isEmpty();

        Set<String> missed = new TreeSet<>(kinds);
        missed.removeAll(walked);
        assertThat(missed).as("pages that no link led to").isSubsetOf(WITHOUT_A_LINK_HERE);
    }

    /** The kinds of page to which links led. */
    private Set<String> walk(Visitor visitor, List<String> faults, String... from) {
        Set<String> walked = new TreeSet<>();
        Deque<String> ahead = new ArrayDeque<>(List.of(from));
        while (!ahead.isEmpty()) {
            String path = ahead.removeFirst();
            if (walked.add(kind(path))) {
                assertThat(visitor.open(path)).as(path).isEqualTo(200);
                look(visitor, faults, kind(path));
                links(visitor).stream()
                        .filter(link -> !NO_PAGE.matcher(link).find())
                        .filter(link -> !walked.contains(kind(link)))
                        .forEach(ahead::addLast);
            }
        }
        return walked;
    }

    private static void look(Visitor visitor, List<String> faults, String kind) {
        faults.addAll(visitor.violationsUnseen(kind));
        withoutARing(visitor)
                .forEach(element -> faults.add("%s: no ring around a focused %s".formatted(kind, element)));
        for (int width : List.of(ZOOMED_WIDTH, PHONE_WIDTH)) {
            visitor.page().setViewportSize(width, 844);
            Object shown = visitor.page().evaluate("() => document.documentElement.scrollWidth");
            if (((Number) shown).intValue() > width) {
                faults.add("%s is %s wide at %d".formatted(kind, shown, width));
            }
        }
        visitor.page().setViewportSize(1440, 900);
    }

    /** Of each kind of element that takes the keyboard's focus, the one that does not show it; axe cannot tell. */
    @SuppressWarnings("unchecked")
    private static List<String> withoutARing(Visitor visitor) {
        return (List<String>) visitor.page().evaluate("""
                () => {
                    const kinds = new Map();
                    const all = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
                    for (const element of document.querySelectorAll(all)) {
                        const kind = element.tagName.toLowerCase() + '.' + element.className;
                        if (kinds.has(kind) || element.tabIndex < 0) continue;
                        element.focus({focusVisible: true});
                        if (document.activeElement !== element) continue;
                        const style = getComputedStyle(element);
                        kinds.set(kind, style.outlineStyle !== 'none' || style.boxShadow !== 'none');
                    }
                    return [...kinds].filter(([kind, shows]) => !shows).map(([kind]) => kind);
                }
                """);
    }

    @SuppressWarnings("unchecked")
    private static List<String> links(Visitor visitor) {
        return (List<String>)
                visitor.page()
                        .evaluate(
                                "() => [...document.querySelectorAll('a[href^=\"/\"]')].map(link => link.getAttribute('href'))");
    }

    /** The pattern that answers the address, the one with the fewest gaps; the address itself where none does. */
    private String kind(String address) {
        String path = address.replaceAll("\\?.*", "");
        return kinds.stream()
                .filter(pattern -> path.matches(pattern.replaceAll("\\{[^}]*}", "[^/]+")))
                .min(Comparator.comparingLong((String pattern) ->
                                pattern.chars().filter(c -> c == '{').count())
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(path);
    }

    private static Set<String> kindsOf(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().stream()
                        .anyMatch(method -> method.name().equals("GET")))
                .flatMap(info -> info.getPatternValues().stream())
                .filter(pattern -> pattern.length() > 1)
                .filter(pattern -> !NO_PAGE.matcher(pattern).find())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
