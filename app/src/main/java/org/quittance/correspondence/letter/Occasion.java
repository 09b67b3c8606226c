package org.quittance.correspondence.letter;

import java.util.List;
import java.util.stream.Stream;
import org.quittance.core.collections.Tone;
import org.quittance.correspondence.letter.OwnText.Part;

/**
 * The occasion on which a customer gets a letter or a text message, whose words a company may write itself. Its name is also the first half of its keys in the
 * files of texts.
 */
@SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, but its type cannot say so.
public enum Occasion {
    REMINDER(Template.REMINDER.label(), Place.TOTALS),
    NOTICE_1(Template.NOTICE_1.label(), Place.TOTALS, Place.PAY_BY),
    NOTICE_2(Template.NOTICE_2.label(), Place.TOTALS, Place.PAY_BY),
    NOTICE_3(Template.NOTICE_3.label(), Place.TOTALS, Place.PAY_BY),
    STATEMENT(Template.STATEMENT.label(), Place.TOTALS),
    PAYMENT_QUESTION(Template.PAYMENT_QUESTION.label(), Place.TOTALS),
    INTEREST("Interest notice", Place.TOTAL, Place.PAY_BY, Place.LAW),
    SETTLEMENT("Settlement offer", Place.OWED, Place.OFFER, Place.PAY_BY),
    PLAN("Repayment plan", Place.PLAN, Place.TOTAL),
    TEXT_FRIENDLY("Text message, friendly", Place.TOTALS),
    TEXT_FIRM("Text message, firm", Place.TOTALS),
    TEXT_FINAL("Text message, final", Place.TOTALS);

    /** What a letter puts in by itself, where its text says {@code {totals}}. */
    public enum Place {
        ENTITY("entity", "the company that writes"),
        CUSTOMER("customer", "the customer's number"),
        NAME("name", "the customer's name"),
        DATE("date", "the day of the letter"),
        TOTALS("totals", "what is listed, in each currency"),
        PAY_BY("payBy", "the day by which it is to be paid"),
        TOTAL("total", "what is to be paid"),
        PLAN("plan", "the number of the plan"),
        LAW("law", "the law by which interest is claimed"),
        OWED("owed", "what is owed"),
        OFFER("offer", "what is taken for it");

        private static final List<Place> EVERYWHERE = List.of(ENTITY, CUSTOMER, NAME, DATE);

        private final String code;
        private final String meaning;

        Place(String code, String meaning) {
            this.code = code;
            this.meaning = meaning;
        }

        /** What stands between the braces. */
        public String code() {
            return code;
        }

        public String meaning() {
            return meaning;
        }

        /** As it is typed: {@code {totals}}. */
        public String typed() {
            return "{" + code + "}";
        }
    }

    private final String label;
    private final List<Place> ownPlaces;

    Occasion(String label, Place... ownPlaces) {
        this.label = label;
        this.ownPlaces = List.of(ownPlaces);
    }

    static Occasion of(Template template) {
        return valueOf(template.name());
    }

    static Occasion of(Tone tone) {
        return switch (tone) {
            case FRIENDLY -> TEXT_FRIENDLY;
            case FIRM -> TEXT_FIRM;
            case FINAL -> TEXT_FINAL;
        };
    }

    /** Whether it is a few words to a telephone, with neither title nor subject. */
    public boolean isTextMessage() {
        return switch (this) {
            case TEXT_FRIENDLY, TEXT_FIRM, TEXT_FINAL -> true;
            case REMINDER, NOTICE_1, NOTICE_2, NOTICE_3, STATEMENT, PAYMENT_QUESTION, INTEREST, SETTLEMENT, PLAN ->
                false;
        };
    }

    /** The parts that have words. */
    public List<Part> parts() {
        return isTextMessage() ? List.of(Part.BEFORE, Part.AFTER) : List.of(Part.values());
    }

    public String label() {
        return label;
    }

    /** What its texts may have put in. */
    public List<Place> places() {
        return Stream.concat(Place.EVERYWHERE.stream(), ownPlaces.stream()).toList();
    }
}
