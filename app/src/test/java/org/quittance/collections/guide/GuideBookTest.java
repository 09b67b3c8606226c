package org.quittance.collections.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.guide.GuideBook.Draft;
import org.quittance.collections.guide.GuideBook.Refusal;
import org.quittance.core.collections.Action;
import org.quittance.core.guide.GuideTopic;
import org.quittance.core.guide.GuideWords;
import org.quittance.identity.People;
import org.quittance.identity.Person;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.testing.ApplicationTest;
import org.quittance.testing.Books;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** The guide is kept by version from a day on, and whoever works at a step is asked to read each version. */
@ApplicationTest
class GuideBookTest {

    private static final LocalDate TODAY = Books.TODAY;
    private static final GuideTopic REVIEW = GuideTopic.of(Action.REVIEW);
    private static final Viewer TESSA = new Viewer(1, "tessa-guide", "Tessa", Set.of(Role.TEAM_LEAD), Set.of());
    private static final Viewer CLARA =
            new Viewer(2, "clara-guide", "Clara of the guide", Set.of(Role.COLLECTOR), Set.of());

    @Autowired
    private GuideBook guide;

    @Autowired
    private People people;

    @Autowired
    private DSLContext sql;

    @BeforeEach
    void aCollectorWorksHere() {
        if (people.byLogin(CLARA.login()).isEmpty()) {
            people.add(CLARA.login(), CLARA.name(), "clara@example.test", Set.of(Role.COLLECTOR), "x", "test");
        }
    }

    @AfterEach
    void theGuideSaysNothingAnyMore() {
        LocalDate last = guide.versions(REVIEW).stream()
                .map(GuideText::effectiveOn)
                .reduce(TODAY, (one, other) -> one.isAfter(other) ? one : other);
        guide.write(new Draft(REVIEW, version(), "", last), TODAY, TESSA);
    }

    @Test
    void aVersionHoldsFromItsDayUntilTheNextDoes() {
        write("Ask the manager.", TODAY);
        write("Ask the lead.", TODAY.plusDays(3));
        assertThat(words(TODAY.minusDays(1))).isEmpty();
        assertThat(words(TODAY.plusDays(2))).isEqualTo("Ask the manager.");
        assertThat(words(TODAY.plusDays(3))).isEqualTo("Ask the lead.");
        write("Ask both.", TODAY.plusDays(1));
        assertThat(words(TODAY.plusDays(1))).isEqualTo("Ask both.");
        assertThat(words(TODAY.plusDays(3))).as("which became effective last").isEqualTo("Ask the lead.");
        assertThat(guide.versions(REVIEW))
                .extracting(text -> text.words().text(), GuideText::actor)
                .startsWith(
                        tuple("Ask both.", "tessa-guide"),
                        tuple("Ask the lead.", "tessa-guide"),
                        tuple("Ask the manager.", "tessa-guide"));
        write("", TODAY.plusDays(5));
        assertThat(words(TODAY.plusDays(5))).isEmpty();
    }

    @Test
    void eachVersionIsReadAnew() {
        write("Ask the manager.", TODAY);
        assertThat(note().isRead()).isFalse();
        assertThat(unread()).contains(CLARA.name());
        assertThat(guide.read(note().text().id(), CLARA)).isTrue();
        assertThat(guide.read(note().text().id(), CLARA)).isTrue();
        assertThat(note().isRead()).isTrue();
        assertThat(unread()).doesNotContain(CLARA.name());
        write("Ask the lead.", TODAY);
        assertThat(note().isRead()).isFalse();
        assertThat(unread()).contains(CLARA.name());
        assertThat(guide.read(-1, CLARA)).isFalse();
    }

    @Test
    void whoeverWorksAtAStepIsToldWhatTheyHaveNotRead() {
        write("Ask the manager.", TODAY);
        GuideText text = note().text();
        assertThat(guide.unread(CLARA, TODAY)).contains(text);
        assertThat(guide.unread(TESSA, TODAY)).as("hers").doesNotContain(text);
        assertThat(guide.unread(new Viewer(4, "ada-guide", "Ada", Set.of(Role.AUDITOR), Set.of()), TODAY))
                .as("who sees everything works at nothing")
                .isEmpty();
        guide.read(text.id(), CLARA);
        assertThat(guide.unread(CLARA, TODAY)).doesNotContain(text);
    }

    @Test
    void whoeverHasWrittenItNeedNotSayThatTheyHaveReadIt() {
        write("Ask the manager.", TODAY);
        assertThat(guide.notes(List.of(REVIEW), TODAY, TESSA).getFirst().isRead())
                .isTrue();
    }

    @Test
    void eachReadsTheGuideToTheirOwnStepsAndTheUnreadFirst() {
        write("Ask the manager.", TODAY);
        Viewer casper = new Viewer(3, "casper-guide", "Casper", Set.of(Role.CASH), Set.of());
        assertThat(guide.of(CLARA, TODAY))
                .extracting(note -> note.text().topic())
                .contains(REVIEW);
        assertThat(guide.of(casper, TODAY))
                .extracting(note -> note.text().topic())
                .doesNotContain(REVIEW);
        assertThat(guide.of(CLARA, TODAY).getFirst().isRead()).isFalse();
    }

    @Test
    void nothingIsWrittenForYesterdayOverAnotherOrForNothing() {
        write("Ask the manager.", TODAY);
        assertThat(guide.write(new Draft(REVIEW, version() - 1, "Other", TODAY), TODAY, TESSA))
                .contains(Refusal.OVERTAKEN);
        assertThat(guide.write(new Draft(REVIEW, version(), "a".repeat(GuideWords.LONGEST + 1), TODAY), TODAY, TESSA))
                .contains(Refusal.TOO_LONG);
        assertThat(guide.write(new Draft(REVIEW, version(), "Other", TODAY.minusDays(1)), TODAY, TESSA))
                .contains(Refusal.NOT_BEFORE_TODAY);
        assertThat(guide.write(new Draft(REVIEW, version(), " Ask the manager.\r\n", TODAY), TODAY, TESSA))
                .contains(Refusal.NOTHING_CHANGED);
    }

    @Test
    void whatWasSaidAndReadIsNeverRewritten() {
        write("Ask the manager.", TODAY);
        for (String change : List.of(
                "update collections.guide_text set words = ''",
                "delete from collections.guide_text",
                "delete from collections.guide_reading")) {
            assertThatThrownBy(() -> sql.execute(change))
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    private void write(String words, LocalDate from) {
        assertThat(guide.write(new Draft(REVIEW, version(), words, from), TODAY, TESSA))
                .isEmpty();
    }

    private int version() {
        return guide.versions(REVIEW).stream()
                .mapToInt(GuideText::version)
                .max()
                .orElse(0);
    }

    private String words(LocalDate day) {
        GuideText text = guide.inForce(day).get(REVIEW);
        return text == null ? "" : text.words().text();
    }

    private GuideNote note() {
        return guide.notes(List.of(REVIEW), TODAY, CLARA).getFirst();
    }

    private List<String> unread() {
        return guide.entries(TODAY).entrySet().stream()
                .filter(entry -> entry.getKey().equals(REVIEW))
                .flatMap(entry -> entry.getValue().unread().stream())
                .map(Person::name)
                .toList();
    }
}
