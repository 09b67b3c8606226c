package org.quittance.web.contact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.reminder.MergePreviews;
import org.quittance.correspondence.LetterTexts;
import org.quittance.correspondence.letter.Language;
import org.quittance.correspondence.letter.LetterContent;
import org.quittance.correspondence.letter.Occasion;
import org.quittance.correspondence.letter.OwnText;
import org.quittance.correspondence.letter.Sender;
import org.quittance.correspondence.letter.Specimen;
import org.quittance.correspondence.letter.Template;
import org.quittance.correspondence.letter.Texts;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.quittance.platform.BusinessClock;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The words of letters: read by all who write them, set by the credit manager, and looked at with real items before they hold. */
@Controller
class TextsController {

    private static final String PATH = "/contact-rules/texts";
    private static final String ONE = PATH + "/{occasion}/{language}";

    private final LetterTexts texts;
    private final MergePreviews previews;
    private final LegalEntities entities;
    private final BusinessClock clock;

    TextsController(LetterTexts texts, MergePreviews previews, LegalEntities entities, BusinessClock clock) {
        this.texts = texts;
        this.previews = previews;
        this.entities = entities;
        this.clock = clock;
    }

    static String path(LetterTexts.Key key, String what) {
        return PATH + "/" + key.occasion().name().toLowerCase(Locale.ROOT) + "/"
                + key.language().code() + what + (key.entityId() == null ? "" : "?entity=" + key.entityId());
    }

    @GetMapping(PATH)
    Page list(@RequestParam(required = false) @Nullable Long entity) {
        return Page.of("contact/texts", "Letter texts", new TextsView(entity(entity), entities.all(), texts.own()));
    }

    @GetMapping(ONE)
    Page one(
            @PathVariable String occasion,
            @PathVariable String language,
            @RequestParam(required = false) @Nullable Long entity,
            Viewer viewer) {
        LetterTexts.Key key = key(occasion, language, entity);
        List<LetterTexts.Version> versions = texts.versions(key);
        return page(key, TextForm.of(last(versions), inForce(key)), Problems.none(), viewer);
    }

    /** The form again with the letter that its words make. */
    @PostMapping(ONE + "/preview")
    Answer preview(
            @PathVariable String occasion,
            @PathVariable String language,
            @RequestParam(required = false) @Nullable Long entity,
            TextForm form,
            Viewer viewer) {
        LetterTexts.Key key = key(occasion, language, entity);
        Problems problems = form.problems(key.occasion());
        Optional<LetterContent> merged = merged(key, form, viewer);
        if (problems.isEmpty() && !form.customer().isEmpty() && merged.isEmpty()) {
            problems = Problems.at(
                    "customer",
                    "No customer of yours has this number and open items for such a letter. Give another, or none.");
        }
        Page page = page(key, form, problems, merged);
        return problems.isEmpty() ? page : page.refused();
    }

    @PostMapping(ONE + "/preview/pdf")
    ResponseEntity<byte[]> previewAsPdf(
            @PathVariable String occasion,
            @PathVariable String language,
            @RequestParam(required = false) @Nullable Long entity,
            TextForm form,
            Viewer viewer) {
        LetterTexts.Key key = key(occasion, language, entity);
        if (key.occasion().isTextMessage()) {
            throw PageRefused.notFound("A text message has no PDF.");
        }
        for (String sentence : form.problems(key.occasion()).byField().values()) {
            throw PageRefused.conflict(sentence);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .body(specimen(key, form, merged(key, form, viewer)).pdf());
    }

    @PostMapping(ONE + "/versions")
    Answer adopt(
            @PathVariable String occasion,
            @PathVariable String language,
            @RequestParam(required = false) @Nullable Long entity,
            TextForm form,
            Viewer viewer) {
        LetterTexts.Key key = key(occasion, language, entity);
        Problems problems = form.problems(key.occasion());
        return problems.isEmpty()
                ? adopt(key, form, form.text(), viewer)
                : page(key, form, problems, viewer).refused();
    }

    /** Goes back to the words that hold without those of one's own. */
    @PostMapping(ONE + "/shipped")
    Answer takeBack(
            @PathVariable String occasion,
            @PathVariable String language,
            @RequestParam(required = false) @Nullable Long entity,
            @RequestParam int seen,
            @RequestParam String reason,
            Viewer viewer) {
        LetterTexts.Key key = key(occasion, language, entity);
        OwnText now = inForce(key);
        return adopt(
                key,
                new TextForm(seen, now.title(), now.subject(), now.before(), now.after(), reason, ""),
                null,
                viewer);
    }

    private Answer adopt(LetterTexts.Key key, TextForm form, @Nullable OwnText text, Viewer viewer) {
        if (!viewer.is(Role.MANAGER)) {
            throw PageRefused.forbidden("The credit manager sets the words of letters.");
        }
        Optional<LetterTexts.Refusal> refusal =
                texts.adopt(new LetterTexts.Draft(key, form.seen(), text, form.reason()), viewer.login());
        if (refusal.isPresent()) {
            return page(
                            key,
                            form,
                            Problems.at(field(refusal.get()), refusal.get().sentence()),
                            viewer)
                    .refused();
        }
        return Redirect.to(path(key, ""))
                .saying("Every letter that is written from now on has these words. What has been sent keeps its own.");
    }

    private static String field(LetterTexts.Refusal refusal) {
        return switch (refusal) {
            case OVERTAKEN, NOTHING_CHANGED -> "seen";
            case NO_REASON -> "reason";
        };
    }

    private Page page(LetterTexts.Key key, TextForm form, Problems problems, Viewer viewer) {
        return page(key, form, problems, merged(key, form, viewer));
    }

    private Page page(LetterTexts.Key key, TextForm form, Problems problems, Optional<LetterContent> merged) {
        TextView view = new TextView(
                key,
                entity(key.entityId()),
                form,
                inForce(key),
                Texts.shipped(key.language()).shipped(key.occasion()),
                texts.versions(key),
                specimen(key, form, merged),
                problems);
        return Page.of(
                "contact/text", key.occasion().label() + ", " + key.language().label(), view);
    }

    /** With the words of the form where they can be sent, else with those in force. */
    private Specimen specimen(LetterTexts.Key key, TextForm form, Optional<LetterContent> merged) {
        return merged.map(Specimen::of)
                .orElseGet(() -> Specimen.of(key.occasion(), words(key, form), sender(key), clock.today()));
    }

    private Optional<LetterContent> merged(LetterTexts.Key key, TextForm form, Viewer viewer) {
        return form.customer().isEmpty()
                ? Optional.empty()
                : Arrays.stream(Template.values())
                        .filter(template ->
                                template.name().equals(key.occasion().name()))
                        .findFirst()
                        .flatMap(template -> previews.of(template, words(key, form), form.customer(), viewer));
    }

    private Texts words(LetterTexts.Key key, TextForm form) {
        Texts inForce = texts.inForce(key.entityId(), key.language());
        return form.problems(key.occasion()).isEmpty() ? inForce.with(key.occasion(), form.text()) : inForce;
    }

    private OwnText inForce(LetterTexts.Key key) {
        return texts.inForce(key.entityId(), key.language()).of(key.occasion());
    }

    private Sender sender(LetterTexts.Key key) {
        LegalEntity from = entity(key.entityId());
        return Optional.ofNullable(from)
                .or(() -> entities.all().stream().findFirst())
                .map(writes ->
                        new Sender(writes.name(), writes.address().lines().toList(), writes.email(), ""))
                .orElseGet(() -> new Sender("Your company", List.of(), "", ""));
    }

    private @Nullable LegalEntity entity(@Nullable Long id) {
        return id == null
                ? null
                : entities.all().stream()
                        .filter(entity -> entity.id() == id)
                        .findFirst()
                        .orElseThrow(() -> PageRefused.notFound("There is no legal entity " + id + "."));
    }

    private LetterTexts.Key key(String occasion, String language, @Nullable Long entityId) {
        entity(entityId);
        return new LetterTexts.Key(
                Arrays.stream(Occasion.values())
                        .filter(known -> known.name().equalsIgnoreCase(occasion))
                        .findFirst()
                        .orElseThrow(() -> PageRefused.notFound("There is no letter " + occasion + ".")),
                Arrays.stream(Language.values())
                        .filter(known -> known.code().equals(language))
                        .findFirst()
                        .orElseThrow(() -> PageRefused.notFound("No letters are written in " + language + ".")),
                entityId);
    }

    private static int last(List<LetterTexts.Version> versions) {
        return versions.isEmpty() ? 0 : versions.getFirst().version();
    }
}
