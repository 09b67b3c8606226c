package org.quittance.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.guide.GuideBook;
import org.quittance.collections.team.CallReviewOutcome;
import org.quittance.collections.team.CallReviews;
import org.quittance.collections.team.CallSamples;
import org.quittance.collections.team.TargetBook;
import org.quittance.collections.team.TargetSubject;
import org.quittance.core.collections.CallCheck;
import org.quittance.core.collections.CallCheck.Finding;
import org.quittance.core.collections.CallCheck.Question;
import org.quittance.core.collections.CallLot;
import org.quittance.core.money.Money;
import org.quittance.core.portfolio.NameRange;
import org.quittance.core.portfolio.PortfolioRule;
import org.quittance.core.portfolio.PortfolioRules;
import org.quittance.core.targets.TargetMeasure;
import org.quittance.identity.AbsenceOutcome;
import org.quittance.identity.Absences;
import org.quittance.identity.People;
import org.quittance.identity.Portfolio;
import org.quittance.identity.Viewer;
import org.quittance.ledger.AccountChoice;
import org.quittance.ledger.AccountFilter;
import org.quittance.ledger.AccountList;
import org.quittance.ledger.PortfolioMoves;
import org.quittance.ledger.PortfolioRuleBook;
import org.springframework.stereotype.Component;

/**
 * What the team has set up: rules by which accounts fall into portfolios, a few that were moved by hand, and for next week a collector on holiday
 * for whom a colleague covers.
 */
@Component
class DemoTeam {

    private static final int DAYS_AWAY = 5;

    private static final Viewer ADMINISTRATOR = Viewer.system("admin");
    private static final int MOVED_BY_HAND = 3;

    private final Absences absences;
    private final People people;
    private final PortfolioRuleBook rules;
    private final PortfolioMoves moves;
    private final AccountList accounts;
    private final TargetBook targets;
    private final GuideBook guide;
    private final CallSamples samples;
    private final CallReviews reviews;

    DemoTeam(
            Absences absences,
            People people,
            PortfolioRuleBook rules,
            PortfolioMoves moves,
            AccountList accounts,
            TargetBook targets,
            GuideBook guide,
            CallSamples samples,
            CallReviews reviews) {
        this.absences = absences;
        this.people = people;
        this.rules = rules;
        this.moves = moves;
        this.accounts = accounts;
        this.targets = targets;
        this.guide = guide;
        this.samples = samples;
        this.reviews = reviews;
    }

    void enter(LocalDate today) {
        enterAbsence(today);
        adoptRules();
        moveByHand();
        setTargets(today);
        writeGuide(today);
        drawCalls();
    }

    /** Tessa has drawn some of Clara's calls of this month and checked the first; Clara has not read yet what she says. */
    private void drawCalls() {
        Viewer tessa = Viewer.system("tessa");
        CallSamples.Outcome outcome = samples.draw("clara", CallLot.CUSTOMARY, tessa);
        if (outcome != CallSamples.Outcome.DRAWN) {
            throw new IllegalStateException(outcome.sentence());
        }
        Map<Question, Finding> answers = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            answers.put(question, question == Question.NEXT_STEP ? Finding.NO : Finding.YES);
        }
        CallReviewOutcome checked = reviews.review(
                samples.of("clara", tessa).getFirst().calls().getFirst().call().activityId(),
                new CallCheck(answers),
                "Well led. Agree the next step before you say goodbye: who does what by when.",
                tessa);
        if (checked != CallReviewOutcome.DONE) {
            throw new IllegalStateException(checked.sentence());
        }
    }

    /** Most key accounts lie where the rules would have them; some have grown into them, and a preview shows whom. */
    private void adoptRules() {
        Map<String, Long> portfolios =
                people.portfolios().stream().collect(Collectors.toMap(Portfolio::name, Portfolio::id));
        PortfolioRules wanted = new PortfolioRules(List.of(
                rule(portfolios, AccountBase.KEY_PORTFOLIO, DemoEntity.UK, Money.of("50000", "GBP")),
                rule(portfolios, AccountBase.KEY_PORTFOLIO, DemoEntity.DE, Money.of("50000", "EUR")),
                rule(portfolios, AccountBase.KEY_PORTFOLIO, DemoEntity.US, Money.of("50000", "USD")),
                rule(portfolios, AccountBase.UK_PORTFOLIO, DemoEntity.UK, null),
                rule(portfolios, AccountBase.CONTINENT_PORTFOLIO, DemoEntity.DE, null),
                rule(portfolios, AccountBase.AMERICAS_PORTFOLIO, DemoEntity.US, null)));
        rules.adopt(
                new PortfolioRuleBook.Draft(0, wanted, "The largest balances go to one desk, all others by company"),
                ADMINISTRATOR);
    }

    private static PortfolioRule rule(
            Map<String, Long> portfolios, String portfolio, DemoEntity entity, @Nullable Money from) {
        return new PortfolioRule(
                Objects.requireNonNull(portfolios.get(portfolio)),
                Set.of(entity.code()),
                Set.of(),
                Set.of(),
                NameRange.ANY,
                from,
                null);
    }

    private void moveByHand() {
        Map<String, Long> portfolios =
                people.portfolios().stream().collect(Collectors.toMap(Portfolio::name, Portfolio::id));
        long continent = Objects.requireNonNull(portfolios.get(AccountBase.CONTINENT_PORTFOLIO));
        long key = Objects.requireNonNull(portfolios.get(AccountBase.KEY_PORTFOLIO));
        Set<Long> some =
                accounts.rows(ADMINISTRATOR, new AccountFilter("", continent, null, "", ""), 0, MOVED_BY_HAND).stream()
                        .map(AccountList.Row::accountId)
                        .collect(Collectors.toSet());
        moves.byHand(
                new AccountChoice.Ticked(some),
                key,
                "Their head office asked for one person to talk to",
                Viewer.system("tessa"));
    }

    /** For this month; those of collectors are in the currency in which most of their customers owe. */
    private void setTargets(LocalDate today) {
        Viewer manager = Viewer.system("maria");
        List<TargetBook.Wish> wishes = new ArrayList<>();
        for (TargetSubject subject : targets.subjects(manager)) {
            String currency = subject.login().equals("clara") || subject.name().equals(AccountBase.UK_PORTFOLIO)
                    ? "GBP"
                    : subject.name().equals(AccountBase.AMERICAS_PORTFOLIO) ? "USD" : "EUR";
            wishes.add(new TargetBook.Wish(subject, TargetMeasure.CASH_COLLECTED, currency, 1_200_000_00L));
            wishes.add(new TargetBook.Wish(subject, TargetMeasure.OVERDUE_AT_END, currency, 900_000_00L));
            if (subject.kind() == TargetSubject.Kind.PERSON) {
                wishes.add(new TargetBook.Wish(subject, TargetMeasure.CONTACTS, null, 120L));
                wishes.add(new TargetBook.Wish(subject, TargetMeasure.PROMISES_KEPT, null, 15L));
            }
        }
        targets.keep(YearMonth.from(today), today, wishes, manager);
    }

    /** Tessa has written it, and Omar has read it; Clara has not come to it yet. */
    private void writeGuide(LocalDate today) {
        Viewer author = Viewer.system("tessa");
        DemoGuide.TEXTS.forEach(
                (topic, words) -> guide.write(new GuideBook.Draft(topic, 0, words, today), today, author));
        guide.inForce(today).values().forEach(text -> guide.read(text.id(), Viewer.system("omar")));
    }

    private void enterAbsence(LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        AbsenceOutcome outcome = absences.enter(
                new Absences.Wish(id("omar"), id("clara"), monday, monday.plusDays(DAYS_AWAY - 1), "Holiday"),
                Viewer.system("tessa"));
        if (outcome != AbsenceOutcome.DONE) {
            throw new IllegalStateException(outcome.sentence());
        }
    }

    private long id(String login) {
        return people.byLogin(login).orElseThrow().id();
    }
}
