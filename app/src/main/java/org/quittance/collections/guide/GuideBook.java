package org.quittance.collections.guide;

import static org.quittance.db.collections.Tables.GUIDE_READING;
import static org.quittance.db.collections.Tables.GUIDE_TEXT;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.quittance.audit.AuditTrail;
import org.quittance.core.guide.GuideTopic;
import org.quittance.core.guide.GuideWords;
import org.quittance.db.collections.tables.records.GuideTextRecord;
import org.quittance.identity.People;
import org.quittance.identity.Person;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the process guide: what to do in which step, by version and effective from a day, and who has read which version.
 *
 * <p>Whoever has written a version need not say that they have read it.
 */
@Service
public class GuideBook {

    private static final long WRITING_LOCK = 0x51_75_69_74_47_42L;

    private final DSLContext sql;
    private final People people;
    private final AuditTrail audit;

    GuideBook(DSLContext sql, People people, AuditTrail audit) {
        this.sql = sql;
        this.people = people;
        this.audit = audit;
    }

    /** A version that somebody would like to write; {@code after} is the one that they have seen, 0 for none. */
    public record Draft(GuideTopic topic, int after, String words, LocalDate effectiveOn) {}

    /** Why it is not written, each with a sentence. */
    public enum Refusal {
        OVERTAKEN("Somebody has written another version since you opened this page. Open it again and compare."),
        NOTHING_CHANGED("This is what the guide says already."),
        TOO_LONG("Keep it short: %,d characters at most.".formatted(GuideWords.LONGEST)),
        NOT_BEFORE_TODAY("It can hold from today on, or from a later day.");

        private final String sentence;

        Refusal(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /**
     * What there is to say of a topic.
     *
     * @param unread who works at this step and has not said that they have read it, by name
     */
    public record Entry(GuideText text, List<Person> unread) {

        public Entry {
            unread = List.copyOf(unread);
        }
    }

    /** The texts that hold on a day, by the order of topics. */
    @Transactional(readOnly = true)
    public Map<GuideTopic, GuideText> inForce(LocalDate day) {
        Map<String, GuideText> byKey = new LinkedHashMap<>();
        sql.selectFrom(GUIDE_TEXT)
                .where(GUIDE_TEXT.EFFECTIVE_ON.le(day))
                .orderBy(GUIDE_TEXT.EFFECTIVE_ON.desc(), GUIDE_TEXT.VERSION.desc())
                .forEach(row -> GuideTopic.parse(row.getTopic())
                        .ifPresent(topic -> byKey.putIfAbsent(topic.key(), text(topic, row))));
        Map<GuideTopic, GuideText> inForce = new LinkedHashMap<>();
        for (GuideTopic topic : GuideTopic.all()) {
            GuideText text = byKey.get(topic.key());
            if (text != null && !text.words().isEmpty()) {
                inForce.put(topic, text);
            }
        }
        return inForce;
    }

    /** What the guide says to steps, for the one who is at them; nothing for those of which it says nothing. */
    @Transactional(readOnly = true)
    public List<GuideNote> notes(Collection<GuideTopic> topics, LocalDate day, Viewer viewer) {
        Map<GuideTopic, GuideText> inForce = inForce(day);
        Set<Long> read = readBy(viewer.login());
        return topics.stream()
                .distinct()
                .flatMap(topic -> Optional.ofNullable(inForce.get(topic)).stream())
                .map(text -> new GuideNote(text, isRead(text, viewer.login(), read)))
                .toList();
    }

    /** The guide for whoever asks, by the steps at which people of their roles work; what they have not read comes first. */
    @Transactional(readOnly = true)
    public List<GuideNote> of(Viewer viewer, LocalDate day) {
        List<GuideTopic> own = GuideTopic.all().stream()
                .filter(topic ->
                        viewer.seesEverything() || viewer.roles().stream().anyMatch(readers(topic)::contains))
                .toList();
        return notes(own, day, viewer).stream()
                .sorted(Comparator.comparing(GuideNote::isRead))
                .toList();
    }

    /** What holds on a day of the steps at which the viewer works by their roles, and they have not said to have read. */
    @Transactional(readOnly = true)
    public List<GuideText> unread(Viewer viewer, LocalDate day) {
        List<GuideTopic> theirs = GuideTopic.all().stream()
                .filter(topic -> viewer.roles().stream().anyMatch(readers(topic)::contains))
                .toList();
        return notes(theirs, day, viewer).stream()
                .filter(note -> !note.isRead())
                .map(GuideNote::text)
                .toList();
    }

    /** What holds of each topic on a day, with who has not read it. */
    @Transactional(readOnly = true)
    public Map<GuideTopic, Entry> entries(LocalDate day) {
        Map<Long, Set<String>> readers = new LinkedHashMap<>();
        sql.selectFrom(GUIDE_READING)
                .forEach(row -> readers.computeIfAbsent(row.getGuideId(), _ -> new HashSet<>())
                        .add(row.getPerson()));
        List<Person> present =
                people.all().stream().filter(person -> !person.isDisabled()).toList();
        Map<GuideTopic, Entry> entries = new LinkedHashMap<>();
        inForce(day)
                .forEach((topic, text) -> entries.put(
                        topic,
                        new Entry(
                                text,
                                present.stream()
                                        .filter(person ->
                                                person.roles().stream().anyMatch(readers(topic)::contains))
                                        .filter(person -> !person.login().equals(text.actor()))
                                        .filter(person -> !readers.getOrDefault(text.id(), Set.of())
                                                .contains(person.login()))
                                        .toList())));
        return entries;
    }

    /** All versions of a topic, the newest first. */
    @Transactional(readOnly = true)
    public List<GuideText> versions(GuideTopic topic) {
        return sql.selectFrom(GUIDE_TEXT)
                .where(GUIDE_TEXT.TOPIC.eq(topic.key()))
                .orderBy(GUIDE_TEXT.VERSION.desc())
                .fetch(row -> text(topic, row));
    }

    /** Writes a version; empty where it is written. */
    @Transactional
    public Optional<Refusal> write(Draft draft, LocalDate today, Viewer viewer) {
        sql.execute("select pg_advisory_xact_lock({0})", DSL.val(WRITING_LOCK));
        Optional<GuideText> last = versions(draft.topic()).stream().findFirst();
        if (last.map(GuideText::version).orElse(0) != draft.after()) {
            return Optional.of(Refusal.OVERTAKEN);
        }
        if (draft.words().length() > GuideWords.LONGEST) {
            return Optional.of(Refusal.TOO_LONG);
        }
        if (draft.effectiveOn().isBefore(today)) {
            return Optional.of(Refusal.NOT_BEFORE_TODAY);
        }
        GuideWords words = new GuideWords(draft.words());
        if (last.map(text -> text.words().equals(words)).orElse(words.isEmpty())) {
            return Optional.of(Refusal.NOTHING_CHANGED);
        }
        sql.insertInto(GUIDE_TEXT)
                .set(GUIDE_TEXT.TOPIC, draft.topic().key())
                .set(GUIDE_TEXT.VERSION, draft.after() + 1)
                .set(GUIDE_TEXT.WORDS, words.text())
                .set(GUIDE_TEXT.EFFECTIVE_ON, draft.effectiveOn())
                .set(GUIDE_TEXT.ACTOR, viewer.login())
                .execute();
        audit.record(
                viewer.login(),
                "guide.written",
                "guide",
                draft.topic().key(),
                "version %d from %s".formatted(draft.after() + 1, draft.effectiveOn()));
        return Optional.empty();
    }

    /** Keeps that the viewer has read a version; false where there is none of the number. Said twice, it is kept once. */
    @Transactional
    public boolean read(long guideId, Viewer viewer) {
        if (!sql.fetchExists(GUIDE_TEXT, GUIDE_TEXT.ID.eq(guideId))) {
            return false;
        }
        sql.insertInto(GUIDE_READING, GUIDE_READING.GUIDE_ID, GUIDE_READING.PERSON)
                .values(guideId, viewer.login())
                .onConflictDoNothing()
                .execute();
        return true;
    }

    /** Who works at a step, and so is to know what the guide says to it. */
    private static Set<Role> readers(GuideTopic topic) {
        return switch (topic.kind()) {
            case ACTION -> Set.of(Role.COLLECTOR, Role.TEAM_LEAD);
            case DISPUTE -> Set.of(Role.COLLECTOR, Role.TEAM_LEAD, Role.CASH);
            case CASH -> Set.of(Role.CASH, Role.TEAM_LEAD);
        };
    }

    private Set<Long> readBy(String login) {
        return new HashSet<>(sql.select(GUIDE_READING.GUIDE_ID)
                .from(GUIDE_READING)
                .where(GUIDE_READING.PERSON.eq(login))
                .fetch(GUIDE_READING.GUIDE_ID));
    }

    private static boolean isRead(GuideText text, String login, Set<Long> read) {
        return text.actor().equals(login) || read.contains(text.id());
    }

    private static GuideText text(GuideTopic topic, GuideTextRecord row) {
        return new GuideText(
                row.getId(),
                topic,
                row.getVersion(),
                new GuideWords(row.getWords()),
                row.getEffectiveOn(),
                row.getActor(),
                row.getRecordedAt());
    }
}
