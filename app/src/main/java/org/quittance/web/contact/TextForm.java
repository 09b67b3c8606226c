package org.quittance.web.contact;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quittance.correspondence.letter.Occasion;
import org.quittance.correspondence.letter.OwnText;
import org.quittance.correspondence.letter.OwnText.Part;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Typed;

/**
 * The words of a letter as typed.
 *
 * @param seen the version that was in force when the form was opened, 0 for none
 * @param customer with whose items the words are to be read; empty for invented ones
 */
public record TextForm(
        int seen, String title, String subject, String before, String after, String reason, String customer) {

    public TextForm {
        title = typed(title);
        subject = typed(subject);
        before = typed(before);
        after = typed(after);
        reason = Typed.text(reason);
        customer = Typed.text(customer);
    }

    static TextForm of(int version, OwnText text) {
        return new TextForm(version, text.title(), text.subject(), text.before(), text.after(), "", "");
    }

    /** The name of the field of a part. */
    public static String field(Part part) {
        return switch (part) {
            case TITLE -> "title";
            case SUBJECT -> "subject";
            case BEFORE -> "before";
            case AFTER -> "after";
        };
    }

    OwnText text() {
        return new OwnText(title, subject, before, after);
    }

    Problems problems(Occasion occasion) {
        Problems problems = Problems.none();
        for (Map.Entry<Part, String> flaw : text().flaws(occasion).entrySet()) {
            problems = problems.and(field(flaw.getKey()), flaw.getValue());
        }
        return problems;
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text;
    }
}
