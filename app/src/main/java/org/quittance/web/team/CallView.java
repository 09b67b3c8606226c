package org.quittance.web.team;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.team.CallSheet;
import org.quittance.collections.team.SampledCall;
import org.quittance.core.collections.CallCheck;
import org.quittance.identity.Person;

/**
 * A call with the sheet to fill in.
 *
 * @param answers as far as they were given
 * @param problem why the sheet could not be kept; none on the first view
 */
public record CallView(
        CallSheet noted,
        Person person,
        Map<CallCheck.Question, CallCheck.Finding> answers,
        String note,
        @Nullable String problem) {

    public CallView {
        answers = Map.copyOf(answers);
    }

    /** Whether the sheet was refused and this question has no answer. */
    public boolean isMissing(CallCheck.Question question) {
        return problem != null && !answers.containsKey(question);
    }

    public SampledCall call() {
        return noted.call();
    }
}
