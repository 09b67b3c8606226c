package org.quittance.web.answer;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.escalation.EscalationAnswers;
import org.quittance.collections.escalation.EscalationOutcome;
import org.quittance.core.dispute.EvidenceType;
import org.quittance.core.money.Money;
import org.quittance.correspondence.letter.InternalWording;
import org.quittance.correspondence.letter.Language;
import org.quittance.disputes.DisputeAnswers;
import org.quittance.disputes.DisputeOutcome;
import org.quittance.disputes.EvidenceBook;
import org.quittance.respondents.AnswerLinks;
import org.quittance.respondents.LinkedQuestion;
import org.quittance.web.answer.LinkedMatters.Sent;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.quittance.web.page.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Shows the matter behind a link, and takes its one answer. */
@Controller
class AnswerController {

    private static final String PATH = AnswerLinks.PATH + "{token}";

    private final AnswerLinks links;
    private final LinkedMatters matters;
    private final EscalationAnswers escalations;
    private final DisputeAnswers disputes;

    AnswerController(AnswerLinks links, LinkedMatters matters, EscalationAnswers escalations, DisputeAnswers disputes) {
        this.links = links;
        this.matters = matters;
        this.escalations = escalations;
        this.disputes = disputes;
    }

    @GetMapping(PATH)
    Page show(@PathVariable String token, HttpServletRequest request) {
        return links.find(token)
                .map(question -> page(token, question, Sent.NOTHING))
                .orElseGet(() -> gone(request));
    }

    @PostMapping(PATH)
    Answer answer(
            @PathVariable String token,
            AnswerForm form,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        Optional<LinkedQuestion> found = links.find(token);
        if (found.isEmpty()) {
            return gone(request);
        }
        LinkedQuestion question = found.get();
        if (!question.isOpen()) {
            return page(token, question, Sent.NOTHING).withStatus(HttpStatus.CONFLICT);
        }
        return switch (question.kind()) {
            case ESCALATION -> escalation(token, question, form);
            case DISPUTE -> dispute(token, question, form, file);
        };
    }

    private Answer escalation(String token, LinkedQuestion question, AnswerForm form) {
        if (form.typedWords().isEmpty()) {
            String told = matters.view(token, question, Sent.NOTHING).say("problem.words");
            return page(token, question, new Sent(form, Problems.at("words", told)))
                    .refused();
        }
        return switch (escalations.answer(question, form.typedWords())) {
            case EscalationOutcome.Done _ -> Redirect.to(AnswerLinks.PATH + token);
            case EscalationOutcome.Refused _, EscalationOutcome.NotFound _ -> tooLate(token);
        };
    }

    private Answer dispute(String token, LinkedQuestion question, AnswerForm form, @Nullable MultipartFile file)
            throws IOException {
        AnswerView asked = matters.view(token, question, Sent.NOTHING);
        Money disputed = matters.dispute(question).amount();
        Optional<Money> notOwed = notOwed(form, disputed);
        Problems problems = problems(form, asked, disputed, notOwed.isPresent());
        EvidenceBook.File evidence = null;
        if (file != null && !file.isEmpty()) {
            if (file.getSize() > EvidenceType.MOST_BYTES) {
                problems = problems.and("file", asked.say("problem.file.size"));
            } else {
                String name = file.getOriginalFilename();
                evidence = new EvidenceBook.File(name == null ? "" : name, file.getBytes());
                if (EvidenceType.of(evidence.content()).isEmpty()) {
                    problems = problems.and("file", asked.say("problem.file.type"));
                }
            }
        }
        if (!problems.isEmpty() || notOwed.isEmpty()) {
            return page(token, question, new Sent(form, problems)).refused();
        }
        return switch (disputes.answer(
                question, new DisputeAnswers.Found(notOwed.get(), form.typedWords(), evidence))) {
            case DisputeOutcome.Done _ -> Redirect.to(AnswerLinks.PATH + token);
            case DisputeOutcome.Refused _, DisputeOutcome.NotFound _ -> tooLate(token);
        };
    }

    /** Empty where nothing was chosen, or no part of what is disputed was named. */
    private static Optional<Money> notOwed(AnswerForm form, Money disputed) {
        return switch (form.choice()) {
            case null -> Optional.empty();
            case ALL -> Optional.of(Money.zero(disputed.currency()));
            case NONE -> Optional.of(disputed);
            case PART ->
                Typed.amount(form.typedNotOwed(), disputed.currency())
                        .filter(part -> part.isPositive() && part.compareTo(disputed) <= 0);
        };
    }

    private static Problems problems(AnswerForm form, AnswerView asked, Money disputed, boolean isAmountKnown) {
        Problems problems = Problems.none();
        if (form.choice() == null) {
            problems = problems.and("choice", asked.say("problem.choice"));
        } else if (!isAmountKnown) {
            problems = problems.and(
                    "notOwed",
                    asked.wording()
                            .say(
                                    "answer.problem.notOwed",
                                    Map.of(
                                            "currency",
                                            disputed.currency().getCurrencyCode(),
                                            "amount",
                                            asked.wording().money(disputed))));
        }
        return form.typedWords().isEmpty() ? problems.and("words", asked.say("problem.finding")) : problems;
    }

    /** Somebody was quicker, or it is asked elsewhere by now: the page says which. */
    private static Answer tooLate(String token) {
        return Redirect.to(AnswerLinks.PATH + token);
    }

    private Page page(String token, LinkedQuestion question, Sent sent) {
        AnswerView view = matters.view(token, question, sent);
        return Page.of("answer/answer", view.title(), view);
    }

    /** In the language of the browser: of whose link it was nothing is known. */
    private static Page gone(HttpServletRequest request) {
        String code = request.getHeader("Accept-Language") == null
                ? "en"
                : request.getLocale().getLanguage();
        InternalWording wording = InternalWording.in(Language.ofCode(code), "");
        return Page.of("answer/gone", wording.say("answer.title"), new GoneView(wording))
                .withStatus(HttpStatus.NOT_FOUND);
    }
}
