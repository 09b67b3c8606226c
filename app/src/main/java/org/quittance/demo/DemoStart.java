package org.quittance.demo;

import java.time.Duration;
import java.util.stream.Collectors;
import org.quittance.collections.behaviour.BehaviourBook;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.identity.DemoPeople;
import org.quittance.identity.DemoPeople.DemoPerson;
import org.quittance.identity.Role;
import org.quittance.platform.BusinessClock;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Loads the demo company at the first start; at every start has the day decided, and says where it is and who may come in. */
@Component
@Profile("demo")
class DemoStart implements ApplicationRunner {

    private final DemoLoader loader;
    private final NightlyRun night;
    private final BehaviourBook behaviours;
    private final DemoAgreements agreements;
    private final DemoContactRules contactRules;
    private final DemoLaws laws;
    private final DemoRespondents respondents;
    private final DemoDisputes disputes;
    private final DemoEscalations escalations;
    private final DemoChoices choices;
    private final DemoApprovals approvals;
    private final DemoInterest interest;
    private final DemoSettlements settlements;
    private final DemoVisits visits;
    private final DemoCopies copies;
    private final DemoAnswers answers;
    private final DemoTexts texts;
    private final DemoLetters letters;
    private final DemoDesk desk;
    private final BusinessClock clock;
    private final Environment environment;

    /**
     * A step is one transaction about many accounts. Where it and a decision about some of them wait for each other, the database takes one
     * of the two back, and it is done again.
     */
    private static final RetryTemplate WHOLE_OR_AGAIN = new RetryTemplate(RetryPolicy.builder()
            .includes(PessimisticLockingFailureException.class)
            .delay(Duration.ofMillis(500))
            .maxRetries(10)
            .build());

    DemoStart(
            DemoLoader loader,
            NightlyRun night,
            BehaviourBook behaviours,
            DemoAgreements agreements,
            DemoContactRules contactRules,
            DemoLaws laws,
            DemoRespondents respondents,
            DemoDisputes disputes,
            DemoEscalations escalations,
            DemoChoices choices,
            DemoApprovals approvals,
            DemoInterest interest,
            DemoSettlements settlements,
            DemoVisits visits,
            DemoCopies copies,
            DemoAnswers answers,
            DemoTexts texts,
            DemoLetters letters,
            DemoDesk desk,
            BusinessClock clock,
            Environment environment) {
        this.loader = loader;
        this.night = night;
        this.behaviours = behaviours;
        this.agreements = agreements;
        this.contactRules = contactRules;
        this.laws = laws;
        this.respondents = respondents;
        this.disputes = disputes;
        this.escalations = escalations;
        this.choices = choices;
        this.approvals = approvals;
        this.interest = interest;
        this.settlements = settlements;
        this.visits = visits;
        this.copies = copies;
        this.answers = answers;
        this.texts = texts;
        this.letters = letters;
        this.desk = desk;
        this.clock = clock;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Backlog backlog = environment.getProperty("quittance.demo.backlog", Backlog.class, Backlog.WEEK);
        loader.load(clock.today(), backlog);
        WHOLE_OR_AGAIN.invoke(() -> desk.enter(clock.today(), backlog));
        behaviours.bringUpToDate(clock.today());
        WHOLE_OR_AGAIN.invoke(() -> agreements.enter(clock.today()));
        WHOLE_OR_AGAIN.invoke(() -> contactRules.enter(clock.today()));
        WHOLE_OR_AGAIN.invoke(() -> laws.enter(clock.today()));
        night.run(clock.today(), DemoLoader.ACTOR);
        WHOLE_OR_AGAIN.invoke(respondents::enter);
        WHOLE_OR_AGAIN.invoke(() -> disputes.enter(clock.today()));
        WHOLE_OR_AGAIN.invoke(() -> escalations.enter(clock.today()));
        WHOLE_OR_AGAIN.invoke(() -> interest.enter(clock.today()));
        WHOLE_OR_AGAIN.invoke(() -> settlements.enter(clock.today()));
        WHOLE_OR_AGAIN.invoke(() -> visits.enter(clock.today()));
        WHOLE_OR_AGAIN.invoke(choices::enter);
        WHOLE_OR_AGAIN.invoke(copies::enter);
        WHOLE_OR_AGAIN.invoke(answers::enter);
        WHOLE_OR_AGAIN.invoke(() -> texts.enter(clock.today()));
        WHOLE_OR_AGAIN.invoke(() -> letters.enter(clock.today()));
        WHOLE_OR_AGAIN.invoke(approvals::enter);
        System.out.println(welcome());
    }

    private String welcome() {
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        String people = DemoPeople.ALL.stream().map(DemoStart::line).collect(Collectors.joining());
        return """

                  Quittance is ready:  http://localhost:%s

                  Halden & Rowe, the demo company. Everybody's password is %s
                %s
                  Bank statements, new invoices and copies of invoices, to be imported by hand:
                  %s

                  Ctrl-C stops it; what you do is kept.
                """.formatted(port, DemoPeople.PASSWORD, people, loader.folder());
    }

    private static String line(DemoPerson person) {
        String roles = person.roles().stream().sorted().map(Role::label).collect(Collectors.joining(", "));
        return "    %-8s %-16s %s%n".formatted(person.login(), person.name(), roles);
    }
}
