package org.quittance.core.contact;

import static org.quittance.core.ledger.Trait.CONSUMER;
import static org.quittance.core.ledger.Trait.GUARANTOR;
import static org.quittance.core.ledger.Trait.SOLE_TRADER;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quittance.core.contact.LawPack.Unswitched;
import org.quittance.core.contact.LawRule.Calls;
import org.quittance.core.contact.LawRule.InHours;
import org.quittance.core.contact.LawRule.NoEmployersAddress;
import org.quittance.core.contact.LawRule.NoTextMessages;
import org.quittance.core.contact.LawRule.OptOutInMessages;
import org.quittance.core.contact.LawRule.PriorConsent;
import org.quittance.core.contact.LawRule.ReasonableTimes;
import org.quittance.core.contact.LawRule.RestAfterConversation;

/** The law packs that come with the product: those that could be checked against a published source, and no other. */
public final class LawPacks {

    private static final String REGULATION_F = "2021-11-30";
    private static final String MASSACHUSETTS = "2012-03-02";

    /**
     * Regulation F of the United States, 12 CFR part 1006, in force since 30 November 2021 (86 FR 48918), published on
     * consumerfinance.gov and ecfr.gov. § 1006.14(b)(2)(i) presumes; we keep to what it presumes to be lawful. A prior consent ends with the next
     * conversation by comment 14(b)(3)(i)-2; an employer's address may be used where the person has used or named it, by § 1006.6(d)(4)(i).
     */
    public static final LawPack US_REGULATION_F = new LawPack(
            "us-reg-f",
            "Regulation F",
            "US",
            "",
            "Written for agencies that collect debts of consumers. Observed here for our own debts as well, and towards sole traders and "
                    + "personal guarantors",
            Set.of(CONSUMER, SOLE_TRADER, GUARANTOR),
            Unswitched.ON,
            List.of(
                    new InHours(
                            Provision.of("12 CFR 1006.6(b)(1) and its comments 1 and 2", REGULATION_F),
                            Hours.of("08:00", "21:00"),
                            Set.of(Channel.CALL, Channel.MESSAGE, Channel.TEXT_MESSAGE)),
                    new Calls(Provision.of("12 CFR 1006.14(b)(2)(i)(A)", REGULATION_F), new Limit(7, 7)),
                    new RestAfterConversation(Provision.of("12 CFR 1006.14(b)(2)(i)(B)", REGULATION_F), 7),
                    new PriorConsent(Provision.of("12 CFR 1006.14(b)(3)(i)", REGULATION_F), 7),
                    new OptOutInMessages(Provision.of("12 CFR 1006.6(e)", REGULATION_F)),
                    new NoEmployersAddress(Provision.of("12 CFR 1006.22(f)(3)", REGULATION_F))));

    /**
     * The debt collection regulations of the Attorney General of Massachusetts, 940 CMR 7.00, as amended with effect from 2 March 2012. They
     * bind creditors themselves, about debts of persons for personal, family or household purposes. Two further calls in 30 days to another
     * number than the person's own are not in the pack: of a number we do not know whose it is, and count each as their own. By 7.04(1)(e) no
     * text message may cause expense, and of none do we know that it causes none; so the pack allows none, and none is left to be counted with
     * the calls.
     */
    public static final LawPack US_MASSACHUSETTS = new LawPack(
            "us-ma-940-cmr-7",
            "Massachusetts debt collection regulations",
            "US",
            "MA",
            "Binds creditors who collect their own debts from consumers in Massachusetts",
            Set.of(CONSUMER, GUARANTOR),
            Unswitched.ON,
            List.of(
                    new InHours(
                            Provision.of("940 CMR 7.04(1), normal waking hours", MASSACHUSETTS),
                            Hours.of("08:00", "21:00"),
                            Set.of(Channel.CALL)),
                    new Calls(Provision.of("940 CMR 7.04(1)(f)", MASSACHUSETTS), new Limit(2, 7)),
                    new NoTextMessages(Provision.of("940 CMR 7.04(1)(e)", MASSACHUSETTS))));

    /**
     * The Consumer Credit sourcebook of the Financial Conduct Authority, chapter 7, published on handbook.fca.org.uk, in force since 1 April
     * 2014. CONC 7.9.4R forbids contact at unreasonable times and names no hours. It binds firms that collect under regulated credit
     * agreements; an invoice between businesses is none, so the pack is off until an entity says that its debts are.
     */
    public static final LawPack UK_CONC_7 = new LawPack(
            "uk-conc-7",
            "FCA Consumer Credit sourcebook, chapter 7",
            "GB",
            "",
            "Binds firms that collect under regulated credit agreements, from consumers and sole traders",
            Set.of(CONSUMER, SOLE_TRADER, GUARANTOR),
            Unswitched.OFF,
            List.of(new ReasonableTimes(Provision.of("CONC 7.9.4R", "2014-04-01"))));

    /** All of them. */
    public static final List<LawPack> ALL = List.of(US_REGULATION_F, US_MASSACHUSETTS, UK_CONC_7);

    /** What was looked at and is not in any pack, with why: for whoever misses it. */
    public static final List<NotKept> NOT_KEPT = List.of(
            new NotKept(
                    "Germany, UWG section 7", "It is about advertising. A letter that asks for what is owed is none."),
            new NotKept(
                    "European Union, directive 2002/58/EC (ePrivacy), article 13",
                    "It is about direct marketing. Asking for what is owed is none."),
            new NotKept(
                    "Germany, BGB sections 241a and 286",
                    "They say when somebody owes and is in default, and nothing about how often or when one may contact them."),
            new NotKept(
                    "New York City, 6 RCNY 5-77 as amended",
                    "Three contacts in seven days by any channel. Which customers live in the city is not known here, and the text in force could not "
                            + "be checked at its source."));

    private LawPacks() {}

    /** A law that is not kept, and why. */
    public record NotKept(String law, String why) {}

    public static Optional<LawPack> ofCode(String code) {
        return ALL.stream().filter(pack -> pack.code().equals(code)).findFirst();
    }

    /** The codes of those that hold where nobody has switched any. */
    public static Set<String> unswitched() {
        return ALL.stream()
                .filter(pack -> pack.unswitched() == Unswitched.ON)
                .map(LawPack::code)
                .collect(Collectors.toUnmodifiableSet());
    }
}
