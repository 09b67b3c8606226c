package org.quittance.correspondence;

import static org.quittance.db.correspondence.Tables.LETTER_TEXT;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.quittance.audit.AuditTrail;
import org.quittance.correspondence.letter.Language;
import org.quittance.correspondence.letter.Occasion;
import org.quittance.correspondence.letter.OwnText;
import org.quittance.correspondence.letter.Texts;
import org.quittance.db.correspondence.tables.records.LetterTextRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The words of letters that the company has written itself, by version. The latest of a letter, a language and a legal entity holds, that of
 * one entity before that of all; where there is none, what comes with Quittance does.
 *
 * <p>Example: {@code texts.inForce(entity, Language.GERMAN)} is what a letter of the entity to a German reader says. What has been sent keeps
 * its words: a message is kept as it left.
 */
@Service
public class LetterTexts {

    private static final long ADOPTION_LOCK = 0x51_75_69_74_74_4dL;

    private final DSLContext sql;
    private final AuditTrail audit;

    LetterTexts(DSLContext sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /**
     * Which words.
     *
     * @param entityId null for those of all legal entities
     */
    public record Key(
            Occasion occasion, Language language, @Nullable Long entityId) {}

    /**
     * One version.
     *
     * @param text null where the company went back to what holds without words of its own
     */
    public record Version(int version, @Nullable OwnText text, String reason, String actor, Instant recordedAt) {}

    /**
     * A version that somebody would like to have.
     *
     * @param after the version that they have seen, 0 for none
     * @param text null to go back to what holds without words of one's own
     */
    public record Draft(Key key, int after, @Nullable OwnText text, String reason) {}

    /** Why a version is not adopted, each with a sentence; texts with {@link OwnText#flaws} are not drafts. */
    public enum Refusal {
        OVERTAKEN("Somebody has written another version since you opened this page. Open it again and compare."),
        NOTHING_CHANGED("These are the words in force. Change some of them."),
        NO_REASON("Say why the words change; whoever asks later reads it here.");

        private final String sentence;

        Refusal(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** All words that a letter of a legal entity has in a language; of the letters of all entities where none is named. */
    @Transactional(readOnly = true)
    public Texts inForce(@Nullable Long entityId, Language language) {
        Map<Occasion, OwnText> own = new EnumMap<>(Occasion.class);
        latest(LETTER_TEXT.LANGUAGE.eq(language.code()).and(isOf(entityId).or(LETTER_TEXT.ENTITY_ID.isNull())))
                .forEach(row -> {
                    OwnText text = text(row);
                    if (text != null) {
                        own.put(Occasion.valueOf(row.getLetter()), text);
                    }
                });
        return new Texts(language, own);
    }

    /** For which letters, languages and entities the company has words of its own. */
    @Transactional(readOnly = true)
    public Set<Key> own() {
        Set<Key> keys = new HashSet<>();
        for (LetterTextRecord row : latest(DSL.noCondition())) {
            if (text(row) != null) {
                keys.add(new Key(
                        Occasion.valueOf(row.getLetter()), Language.ofCode(row.getLanguage()), row.getEntityId()));
            }
        }
        return keys;
    }

    /** All versions, the newest first. */
    @Transactional(readOnly = true)
    public List<Version> versions(Key key) {
        return sql.selectFrom(LETTER_TEXT)
                .where(isOf(key))
                .orderBy(LETTER_TEXT.VERSION.desc())
                .fetch(row ->
                        new Version(row.getVersion(), text(row), row.getReason(), row.getActor(), row.getRecordedAt()));
    }

    /** Adopts a version, which holds for every letter that is written from then on; empty where it is adopted. */
    @Transactional
    public Optional<Refusal> adopt(Draft draft, String actor) {
        sql.execute("select pg_advisory_xact_lock({0})", DSL.val(ADOPTION_LOCK));
        Key key = draft.key();
        List<Version> versions = versions(key);
        int last = versions.isEmpty() ? 0 : versions.getFirst().version();
        if (last != draft.after()) {
            return Optional.of(Refusal.OVERTAKEN);
        }
        if (changesNothing(draft, versions)) {
            return Optional.of(Refusal.NOTHING_CHANGED);
        }
        if (draft.reason().isBlank()) {
            return Optional.of(Refusal.NO_REASON);
        }
        write(draft, last + 1, actor);
        audit.record(
                actor,
                draft.text() == null ? "letter-text.taken-back" : "letter-text.adopted",
                "letter-text",
                "%s/%s%s"
                        .formatted(
                                key.occasion(),
                                key.language().code(),
                                key.entityId() == null ? "" : "/" + key.entityId()),
                "version %d: %s".formatted(last + 1, draft.reason().strip()));
        return Optional.empty();
    }

    private boolean changesNothing(Draft draft, List<Version> versions) {
        OwnText before = versions.isEmpty() ? null : versions.getFirst().text();
        if (draft.text() == null) {
            return before == null;
        }
        Key key = draft.key();
        return draft.text()
                .equals(before == null ? inForce(key.entityId(), key.language()).of(key.occasion()) : before);
    }

    private void write(Draft draft, int version, String actor) {
        OwnText text = draft.text();
        sql.insertInto(LETTER_TEXT)
                .set(LETTER_TEXT.LETTER, draft.key().occasion().name())
                .set(LETTER_TEXT.LANGUAGE, draft.key().language().code())
                .set(LETTER_TEXT.ENTITY_ID, draft.key().entityId())
                .set(LETTER_TEXT.VERSION, version)
                .set(LETTER_TEXT.TITLE, text == null ? null : text.title())
                .set(LETTER_TEXT.SUBJECT, text == null ? null : text.subject())
                .set(LETTER_TEXT.BEFORE_ITEMS, text == null ? null : text.before())
                .set(LETTER_TEXT.AFTER_ITEMS, text == null ? null : text.after())
                .set(LETTER_TEXT.REASON, draft.reason().strip())
                .set(LETTER_TEXT.ACTOR, actor)
                .execute();
    }

    /** The latest version of each letter, language and entity; what is for all entities comes first. */
    private Result<LetterTextRecord> latest(Condition which) {
        return sql.selectFrom(LETTER_TEXT)
                .where(which)
                .and(LETTER_TEXT.ID.in(DSL.select(DSL.max(LETTER_TEXT.ID))
                        .from(LETTER_TEXT)
                        .groupBy(LETTER_TEXT.LETTER, LETTER_TEXT.LANGUAGE, LETTER_TEXT.ENTITY_ID)))
                .orderBy(LETTER_TEXT.ENTITY_ID.asc().nullsFirst(), LETTER_TEXT.ID)
                .fetch();
    }

    private static Condition isOf(Key key) {
        return LETTER_TEXT
                .LETTER
                .eq(key.occasion().name())
                .and(LETTER_TEXT.LANGUAGE.eq(key.language().code()))
                .and(isOf(key.entityId()));
    }

    private static Condition isOf(@Nullable Long entityId) {
        return entityId == null ? LETTER_TEXT.ENTITY_ID.isNull() : LETTER_TEXT.ENTITY_ID.eq(entityId);
    }

    private static @Nullable OwnText text(LetterTextRecord row) {
        return row.getTitle() == null
                ? null
                : new OwnText(row.getTitle(), row.getSubject(), row.getBeforeItems(), row.getAfterItems());
    }
}
