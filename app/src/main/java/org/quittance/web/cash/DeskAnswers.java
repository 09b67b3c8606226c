package org.quittance.web.cash;

import java.util.function.Function;
import java.util.function.Supplier;
import org.quittance.cash.DeskOutcome;
import org.quittance.cash.DeskRefusal;
import org.quittance.cash.StaleItems;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.Redirect;

/** Answers a deed at the cash desk. */
final class DeskAnswers {

    private DeskAnswers() {}

    /**
     * Does the deed; leads on where it is done or somebody was quicker.
     *
     * @param again the page with the sentence that says why it was refused
     */
    static Answer of(Supplier<DeskOutcome> deed, String path, Function<String, Page> again) {
        try {
            return switch (deed.get()) {
                case DeskOutcome.Done(String sentence) -> Redirect.to(path).saying(sentence);
                case DeskOutcome.Refused refused ->
                    again.apply(refused.sentence()).refused();
                case DeskOutcome.TakenAlready taken -> Redirect.to(path).refusing(taken.actor() + " was quicker.");
            };
        } catch (StaleItems _) {
            return again.apply(DeskRefusal.NO_LONGER_OPEN.sentence()).refused();
        }
    }
}
