package org.quittance.respondents;

import java.util.List;
import java.util.Optional;
import org.quittance.correspondence.Attachment;

/** Whoever keeps what is asked about: tells how a question would be asked now. */
public interface QuestionSource {

    QuestionKind kind();

    /** Empty where no answer is waited for, or nobody is to give it. */
    Optional<QuestionDraft> draft(long matter);

    /** What goes with the mail; asked for only when one is written. */
    List<Attachment> attachments(long matter);
}
