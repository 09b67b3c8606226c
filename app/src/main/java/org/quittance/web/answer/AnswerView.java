package org.quittance.web.answer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quittance.core.money.Money;
import org.quittance.correspondence.letter.InternalWording;
import org.quittance.respondents.LinkedQuestion;
import org.quittance.web.page.Problems;

/**
 * The one matter behind a link.
 *
 * @param token for the address of the form
 * @param said the words of whoever asks, or of the customer
 * @param disputed what is disputed; null for an escalation
 * @param closing null while an answer is taken
 */
public record AnswerView(
        InternalWording wording,
        String token,
        LinkedQuestion question,
        String title,
        String said,
        List<Fact> facts,
        @Nullable Money disputed,
        @Nullable Closing closing,
        AnswerForm form,
        Problems problems) {

    public AnswerView {
        facts = List.copyOf(facts);
    }

    /** A line of what one has to know. */
    public record Fact(String label, String value, boolean isNumber) {}

    /**
     * How it ended.
     *
     * @param told who answered when; or that no answer is needed any more
     * @param words the answer; empty where there was none
     * @param isTheirs whether it is the answer of whoever has this link
     */
    public record Closing(String told, String words, boolean isTheirs) {}

    public String say(String key) {
        return wording.say("answer." + key);
    }

    /** With the money that the key names. */
    public String sayAmount(String key) {
        return disputed == null ? "" : wording.say("answer." + key, Map.of("amount", wording.money(disputed)));
    }

    public String sayCurrency(String key) {
        return disputed == null
                ? ""
                : wording.say(
                        "answer." + key, Map.of("currency", disputed.currency().getCurrencyCode()));
    }

    public String as() {
        return wording.say("answer.as", Map.of("name", question.toName(), "address", question.toAddress()));
    }
}
