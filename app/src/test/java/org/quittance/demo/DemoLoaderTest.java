package org.quittance.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.quittance.QuittanceApplication;
import org.quittance.cash.Certificates;
import org.quittance.cash.RequestReader;
import org.quittance.collections.agreement.SettlementView;
import org.quittance.collections.agreement.Settlements;
import org.quittance.collections.contact.LawBook;
import org.quittance.collections.decision.NightlyRun;
import org.quittance.collections.decision.RunOutcome;
import org.quittance.collections.escalation.EscalationList;
import org.quittance.collections.interest.InterestWaiver;
import org.quittance.collections.interest.InterestWaivers;
import org.quittance.core.cash.Deed;
import org.quittance.identity.Credentials;
import org.quittance.identity.DemoPeople;
import org.quittance.identity.People;
import org.quittance.identity.Viewer;
import org.quittance.intake.IntakeDesk;
import org.quittance.intake.Upload;
import org.quittance.intake.UploadProcessor;
import org.quittance.intake.UploadRequest;
import org.quittance.intake.UploadState;
import org.quittance.intake.Uploads;
import org.quittance.ledger.AgeingQuery;
import org.quittance.ledger.AgeingReport;
import org.quittance.ledger.AgeingRow;
import org.quittance.ledger.EntryContext;
import org.quittance.ledger.LedgerCheck;
import org.quittance.ledger.PortfolioPreview;
import org.quittance.platform.BusinessClock;
import org.quittance.platform.EmbeddedDatabase;
import org.quittance.platform.Settings;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** The diary of a demo: loaded on a server of its own through two power cuts, then worked with. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoLoaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final DemoCompany COMPANY = DemoCompany.on(TODAY);

    @TempDir
    private static Path folder;

    private static EmbeddedDatabase database;
    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void open() {
        database = EmbeddedDatabase.open(folder);
        application = new SpringApplicationBuilder(QuittanceApplication.class)
                .web(WebApplicationType.NONE)
                .profiles("test")
                .properties(database.access().asProperties())
                .properties(
                        "db-scheduler.enabled=false",
                        "quittance.data=" + folder,
                        "quittance.public.address=http://localhost:8080")
                .run();
    }

    @AfterAll
    static void close() {
        application.close();
        database.close();
    }

    @Test
    @Order(1)
    void aLoadThatWasCutShortGoesOnWhereItStopped() {
        assertThatThrownBy(() -> loaderWithPowerFor(0).load(TODAY, Backlog.WEEK))
                .isInstanceOf(PowerCut.class);
        assertThat(count("ledger.entity")).isZero();
        assertThat(whatSomebodyIsToldWhoComesEarly()).contains("Customers and accounts are entered");

        assertThatThrownBy(() -> loaderWithPowerFor(8).load(TODAY, Backlog.WEEK))
                .isInstanceOf(PowerCut.class);
        assertThat(count("ledger.customer")).isEqualTo(COMPANY.customers().size());
        assertThat(count("ledger.item"))
                .isEqualTo(COMPANY.months().subList(0, 7).stream()
                        .mapToLong(
                                month -> month.bills().size() + month.payments().size())
                        .sum());
        assertThat(whatSomebodyIsToldWhoComesEarly())
                .contains("up to "
                        + COMPANY.months()
                                .get(6)
                                .month()
                                .format(DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH)));

        // The next start comes a day later; the company stays that of the day on which the load began.
        loader().load(TODAY.plusDays(1), Backlog.WEEK);
        assertThat(openByDocument()).isEqualTo(expectedOpenByDocument());
        assertThat(bean(LedgerCheck.class).faults()).isEmpty();
    }

    /** Until the server says that it is ready nobody comes further than this, whatever page they ask for. */
    private static String whatSomebodyIsToldWhoComesEarly() {
        ApplicationAvailabilityBean availability = new ApplicationAvailabilityBean();
        DemoLoading door = new DemoLoading(availability, loader());
        MockHttpServletResponse answer = ask(door, "/today");
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(ask(door, "/actuator/health").getStatus()).isEqualTo(200);
        availability.onApplicationEvent(new AvailabilityChangeEvent<>(door, ReadinessState.ACCEPTING_TRAFFIC));
        assertThat(ask(door, "/today").getStatus()).isEqualTo(200);
        return read(answer);
    }

    private static String read(MockHttpServletResponse answer) {
        try {
            return answer.getContentAsString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MockHttpServletResponse ask(DemoLoading door, String path) {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        try {
            door.doFilter(new MockHttpServletRequest("GET", path), answer, new MockFilterChain());
        } catch (ServletException | IOException e) {
            throw new IllegalStateException(e);
        }
        return answer;
    }

    @Test
    @Order(2)
    void aSecondStartChangesNothing() {
        long items = count("ledger.item");
        long deeds = count("audit.entry");
        loader().load(TODAY.plusDays(30), Backlog.WEEK);
        assertThat(count("ledger.item")).isEqualTo(items);
        assertThat(count("audit.entry")).isEqualTo(deeds);
    }

    @Test
    @Order(3)
    void theAgeingOfEveryEntityHasLifeInEveryBand() {
        List<AgeingRow> rows = bean(AgeingReport.class)
                .rows(Viewer.system("test"), AgeingQuery.of(TODAY, AgeingQuery.Grouping.ENTITY));
        List<AgeingRow> own = rows.stream().filter(row -> !isOfExports(row)).toList();
        assertThat(rows)
                .as("and one for what the company on the continent bills in dollars")
                .hasSize(own.size() + 1);
        assertThat(own).hasSize(DemoEntity.values().length);
        assertThat(own).allSatisfy(row -> {
            assertThat(row.perBandMinor()).allMatch(band -> band > 0);
            assertThat(row.creditsMinor()).isNegative();
        });
    }

    private static boolean isOfExports(AgeingRow row) {
        boolean isOnTheContinent = row.label().contains(ExportBill.ENTITY.code())
                || row.label().contains(ExportBill.ENTITY.draft().name());
        return isOnTheContinent && row.currency().equals(ExportBill.CURRENCY);
    }

    @Test
    @Order(4)
    void everybodySignsInWithTheDemoPasswordAndSeesTheirPortfolios() {
        Map<String, Set<String>> portfolios = DemoPeople.ALL.stream()
                .collect(Collectors.toMap(DemoPeople.DemoPerson::login, person -> portfoliosOf(person.login())));
        assertThat(portfolios.get("clara"))
                .containsExactlyInAnyOrder(AccountBase.UK_PORTFOLIO, AccountBase.AMERICAS_PORTFOLIO);
        assertThat(portfolios.get("omar")).containsExactly(AccountBase.CONTINENT_PORTFOLIO);
        assertThat(portfolios.get("casper")).hasSize(4);
        assertThat(portfolios.get("tessa")).hasSize(4);
        assertThat(portfolios.get("arthur")).isEmpty();
    }

    @Test
    @Order(4)
    void theTeamHasAGuideTargetsAndAccountsThatWereMovedOrWouldBe() {
        assertThat(count("collections.guide_text")).isEqualTo(DemoGuide.TEXTS.size());
        assertThat(count("collections.guide_reading where person = 'omar'")).isEqualTo(DemoGuide.TEXTS.size());
        assertThat(count("collections.target where person_id is not null")).isEqualTo(3 * 4);
        assertThat(count("ledger.account_move where by_hand")).isEqualTo(3);
        PortfolioPreview.Moves moves = bean(PortfolioPreview.class).moves(false, 0, 10);
        assertThat(moves.accounts()).isPositive().isLessThan(COMPANY.accounts().size() / 4);
        assertThat(moves.parts()).extracting(PortfolioPreview.Part::to).contains(AccountBase.KEY_PORTFOLIO);
    }

    @Test
    @Order(5)
    void daughtersStandInTheBucketOfTheCustomerThatPaysForThem() {
        long differing = sql().fetchSingle("""
                select count(*)
                from ledger.account a
                join ledger.customer c on c.id = a.customer_id
                join ledger.account p on p.customer_id = c.payer_id
                where a.bucket <> p.bucket
                """).get(0, Long.class);
        assertThat(differing).isZero();
        assertThat(sql().fetchSingle("select count(*) from ledger.customer where payer_id is not null")
                        .get(0, Long.class))
                .isEqualTo(COMPANY.customers().stream()
                        .filter(customer -> customer.payerNumber() != null)
                        .count());
    }

    @Test
    @Order(6)
    void theFirstMorningKnowsWhatWasDoneBeforeAndHasWorkOfEveryKind() {
        assertThat(bean(NightlyRun.class).run(TODAY, "test")).isInstanceOf(RunOutcome.Published.class);
        assertThat(sql().fetch("select distinct action from collections.next_action_view where outcome = 'ACT'")
                        .getValues(0, String.class))
                .contains("REMINDER_BEFORE_DUE", "NOTICE_1", "CALL", "NOTICE_2", "ESCALATE", "CLEAR_CASH");
        assertThat(sql().fetch("select distinct promise_state from collections.next_action_view")
                        .getValues(0, String.class))
                .contains("OPEN", "BROKEN");
        assertThat(count("correspondence.activity"))
                .isEqualTo(ContactHistory.of(COMPANY).size());
        assertThat(count("correspondence.activity where kind = 'CALL'")).isPositive();
        assertThat(count("""
                        correspondence.activity a
                        left join collections.call_noted n on n.activity_id = a.id
                        left join collections.dialling d on d.id = n.dialling_id
                            and d.customer_id = a.customer_id and d.contact_id = a.contact_id
                        where a.kind = 'CALL' and (d.number is null or a.at::date <> a.business_date)
                        """))
                .as("calls without a person, a number or the hour of their day")
                .isZero();
    }

    @Test
    @Order(6)
    void whatWasPromisedForAnInvoiceIsPromisedForThatInvoice() {
        List<PastContact> promised = ContactHistory.of(COMPANY).stream()
                .filter(contact -> contact.promised() != null)
                .toList();
        assertThat(count("collections.promise")).isEqualTo(promised.size());
        assertThat(count("collections.promise_item"))
                .isEqualTo(promised.stream()
                        .mapToLong(contact -> contact.bills().size())
                        .sum());
    }

    @Test
    @Order(7)
    void thisWeeksFilesAreTakenInAndMostPaymentsFindTheirInvoices() throws IOException {
        List<Upload> done = importFiles("-new-invoices-", "-bank-EUR", "-bank-GBP-mt", "-bank-USD");
        assertThat(done).allSatisfy(upload -> {
            assertThat(upload.state()).as(upload.stateReason()).isEqualTo(UploadState.DONE);
            assertThat(upload.linesRefused()).isZero();
        });
        assertThat(count("ledger.customer")).isEqualTo(COMPANY.customers().size());
        long received = sql().fetchSingle("select count(*) from cash.payment where amount_minor > 0")
                .get(0, Long.class);
        long applied = sql().fetchSingle("select count(*) from cash.verdict where decision = 'APPLIED'")
                .get(0, Long.class);
        assertThat(applied / (double) received).isBetween(0.4, 0.9);
        assertThat(paidWithoutHavingBeenMeant()).isEmpty();
        assertThat(bean(LedgerCheck.class).faults()).isEmpty();
    }

    @Test
    @Order(8)
    void theAdvicesOfThisWeekFindTheirPaymentsAndSayWhatTheyAreFor() throws IOException {
        long applied = appliedPayments();
        List<Upload> done = importFiles("-advices-");
        assertThat(done).hasSize(3).allSatisfy(upload -> {
            assertThat(upload.state()).as(upload.stateReason()).isEqualTo(UploadState.DONE);
            assertThat(upload.linesRefused()).isZero();
        });
        assertThat(count("cash.standing_join_view")).isGreaterThan(count("cash.advice") / 2);
        assertThat(appliedPayments()).isGreaterThan(applied);
        assertThat(paidWithoutHavingBeenMeant()).isEmpty();
        assertThat(bean(Certificates.class).at(TODAY))
                .allMatch(line -> line.difference().isZero());
        assertThat(bean(LedgerCheck.class).faults()).isEmpty();
    }

    private static long appliedPayments() {
        return sql().fetchSingle("select count(distinct payment_id) from cash.verdict where decision = 'APPLIED'")
                .get(0, Long.class);
    }

    @Test
    @Order(10)
    void theContactRulesAreInForceAndWhoIsBlockedWasNotCalled() {
        LocalDate today = bean(BusinessClock.class).today();
        bean(DemoContactRules.class).enter(today);
        bean(DemoContactRules.class).enter(today);
        bean(DemoLaws.class).enter(today);
        bean(DemoLaws.class).enter(today);
        assertThat(bean(LawBook.class).switches()).hasSize(1);
        assertThat(count("collections.contact_policy")).isEqualTo(1);
        assertThat(count("collections.contact_block")).isEqualTo(3);
        assertThat(count("correspondence.refusal where rule = 'do-not-contact' and channel = 'CALL'"))
                .isEqualTo(3);
    }

    @Test
    @Order(14)
    void somethingIsDisputedInEveryState() {
        LocalDate opened = bean(BusinessClock.class).today();
        bean(DemoRespondents.class).enter();
        bean(DemoDisputes.class).enter(opened);
        long disputes = count("disputes.dispute where deduction_id is null");
        bean(DemoDisputes.class).enter(opened);
        assertThat(count("disputes.dispute where deduction_id is null"))
                .as("entered once")
                .isEqualTo(disputes);
        assertThat(count("disputes.dispute_now where is_open and answer_by < date '" + opened + "'"))
                .as("overdue")
                .isPositive();
        assertThat(count("disputes.dispute_now where is_open and owner_login is null"))
                .as("nobody's yet")
                .isPositive();
        assertThat(count("disputes.dispute_now where not is_open and left_out_minor > 0"))
                .as("credit to come")
                .isPositive();
        assertThat(sql().fetch("select distinct state from disputes.dispute_now")
                        .getValues(0, String.class))
                .contains("OPEN", "OWED", "PARTLY_OWED", "WITHDRAWN");
    }

    @Test
    @Order(9)
    void theReportOfTheCardProcessorSaysWhatItsSumIsFor() throws IOException {
        Upload report = importFiles("-settlement-").getFirst();
        assertThat(report.state()).as(report.stateReason()).isEqualTo(UploadState.DONE);
        assertThat(report.stateReason()).startsWith("Settlement reports: 1 read, 1 joined to a line of the bank; of ");
        assertThat(count("cash.settlement_part p join cash.received_view r on r.payment_id = p.payment_id"
                        + " where r.applied_minor = r.amount_minor"))
                .isPositive();
        assertThat(paidWithoutHavingBeenMeant()).isEmpty();
        assertThat(bean(Certificates.class).at(TODAY))
                .allMatch(line -> line.difference().isZero());
        assertThat(bean(LedgerCheck.class).faults()).isEmpty();
    }

    @Test
    @Order(9)
    void aPaymentInEurosSettlesAnInvoiceInDollarsAndOneAtAnotherRateIsProposed() {
        assertThat(count("cash.exchange e where e.currency = 'USD'")).isOne();
        assertThat(count("ledger.open_item o where o.currency = 'USD' and o.document like 'EX-%'"))
                .isEqualTo(2);
        assertThat(count("cash.proposal_exchange")).isOne();
    }

    @Test
    @Order(9)
    void theStatementThatDoesNotCloseIsHeldForAPerson() throws IOException {
        Upload broken = importFiles("does-not-close").getFirst();
        assertThat(broken.stateReason()).contains("held").contains("10.00");
    }

    @Test
    @Order(10)
    void theDeskHasRequestsThatWaitAndPaymentsThatArePutOffAndTheCertificateStillAddsUp() {
        LocalDate opened = bean(BusinessClock.class).today();
        bean(DemoDesk.class).enter(opened, Backlog.WEEK);
        List<RequestReader.RequestLine> waiting = bean(RequestReader.class).waiting(Viewer.system("test"));
        assertThat(waiting).extracting(RequestReader.RequestLine::deed).contains(Deed.values());
        assertThat(waiting).extracting(RequestReader.RequestLine::askedBy).containsOnly("casper");
        assertThat(bean(RequestReader.class).answered(Viewer.system("test"), 10))
                .isNotEmpty();
        assertThat(count("cash.parking")).isEqualTo(2L * DemoEntity.values().length);
        assertThat(count("cash.deduction_view where deduction_reason = 'FREIGHT'"))
                .isPositive();
        for (LocalDate day : List.of(TODAY, opened)) {
            assertThat(bean(Certificates.class).at(day))
                    .allMatch(line -> line.difference().isZero());
        }
        assertThat(bean(LedgerCheck.class).faults()).isEmpty();

        long requests = count("cash.request");
        bean(DemoDesk.class).enter(opened, Backlog.WEEK);
        assertThat(count("cash.request")).isEqualTo(requests);
    }

    @Test
    @Order(11)
    void someAccountsAreEscalatedInEveryStateAndNoneTwice() {
        LocalDate today = bean(BusinessClock.class).today();
        bean(DemoRespondents.class).enter();
        bean(DemoEscalations.class).enter(today);
        bean(DemoEscalations.class).enter(today);
        assertThat(sql().fetch("select state from collections.escalation_now order by escalation_id")
                        .into(String.class))
                .containsExactly("OPEN", "OPEN", "OPEN", "APPROVED", "REFUSED", "ANSWERED", "APPROVED", "OPEN");
        assertThat(bean(EscalationList.class).counts(Viewer.system("test")))
                .isEqualTo(new EscalationList.Counts(4, 1, 1));
        assertThat(count("correspondence.internal_mail where to_name = 'Ruth Amsel'"))
                .as("the sales owner is asked by mail")
                .isEqualTo(1);
    }

    @Test
    @Order(12)
    void interestIsClaimedFromSomeAndGivenUpInEveryWayAndNoneTwice() {
        LocalDate today = bean(BusinessClock.class).today();
        bean(DemoInterest.class).enter(today);
        bean(DemoInterest.class).enter(today);
        assertThat(count("collections.interest_claim")).isEqualTo(3);
        assertThat(bean(InterestWaivers.class).all(Viewer.system("test")))
                .extracting(InterestWaiver::state)
                .containsExactly(
                        InterestWaiver.State.WAITING, InterestWaiver.State.APPROVED, InterestWaiver.State.ALONE);
    }

    @Test
    @Order(13)
    void oldDebtsAreSettledAndNoneTwice() {
        LocalDate today = bean(BusinessClock.class).today();
        bean(DemoSettlements.class).enter(today);
        bean(DemoSettlements.class).enter(today);
        assertThat(bean(Settlements.class).all(Viewer.system("test")))
                .extracting(SettlementView::state)
                .containsExactly(
                        SettlementView.State.PROPOSED, SettlementView.State.WITHDRAWN, SettlementView.State.STANDS);
    }

    /** Hands the files in whose names contain these words, in the order of the words. */
    private static List<Upload> importFiles(String... words) throws IOException {
        List<Path> files;
        try (var listed = Files.list(loader().folder())) {
            files = listed.sorted().toList();
        }
        List<Upload> uploads = new ArrayList<>();
        for (String word : words) {
            for (Path file : files) {
                if (file.getFileName().toString().contains(word)) {
                    uploads.add(importFile(file));
                }
            }
        }
        return uploads;
    }

    private static Upload importFile(Path file) throws IOException {
        UploadRequest request =
                new UploadRequest(file.getFileName().toString(), null, null, EntryContext.Completeness.PARTIAL, TODAY);
        try (InputStream in = Files.newInputStream(file)) {
            long id = bean(IntakeDesk.class).keep(request, in, "casper");
            bean(UploadProcessor.class).process(id);
            return bean(Uploads.class).byId(id).orElseThrow();
        }
    }

    /** Documents that the matcher has tied to a payment of this week although their payer meant others. */
    private static List<String> paidWithoutHavingBeenMeant() {
        Set<String> meant = COMPANY.reported().stream()
                .flatMap(payment -> payment.parts().stream())
                .map(part -> part.bill().document())
                .collect(Collectors.toCollection(HashSet::new));
        ExportBill.of(COMPANY).stream().filter(ExportBill::isPaid).forEach(bill -> meant.add(bill.document()));
        return sql().fetch("""
                        select i.document from ledger.allocation a
                        join cash.identification c on c.item_id = a.credit_item_id
                        join cash.verdict v on v.payment_id = c.payment_id and v.decision = 'APPLIED'
                        join ledger.item i on i.id = a.debit_item_id and i.kind <> 'JOURNAL'
                        """).getValues(0, String.class).stream()
                .filter(document -> !meant.contains(document))
                .toList();
    }

    private static Set<String> portfoliosOf(String login) {
        People people = bean(People.class);
        Credentials credentials = people.credentials(login).orElseThrow();
        assertThat(bean(PasswordEncoder.class).matches(DemoPeople.PASSWORD, credentials.passwordHash()))
                .isTrue();
        return people.portfolios().stream()
                .filter(portfolio -> credentials.viewer().portfolios().contains(portfolio.id()))
                .map(portfolio -> portfolio.name())
                .collect(Collectors.toSet());
    }

    private static Map<String, Long> openByDocument() {
        return sql().fetch("select document, open_minor from ledger.open_item").intoMap(0, 1).entrySet().stream()
                .collect(Collectors.toMap(
                        row -> (String) row.getKey(), row -> (Long) Objects.requireNonNull(row.getValue())));
    }

    private static Map<String, Long> expectedOpenByDocument() {
        Map<String, Long> open = new HashMap<>();
        for (DemoCompany.HistoryMonth month : COMPANY.months()) {
            month.bills().forEach(bill -> open.put(bill.document(), bill.minor()));
            month.payments().forEach(payment -> open.put(payment.document(), -payment.minor()));
            month.ties().forEach(tie -> {
                open.merge(tie.credit(), tie.minor(), Long::sum);
                open.merge(tie.debit(), -tie.minor(), Long::sum);
            });
        }
        ExportBill.of(COMPANY).forEach(bill -> open.put(bill.document(), bill.minor()));
        open.values().removeIf(minor -> minor == 0);
        return open;
    }

    private static long count(String table) {
        return sql().fetchSingle("select count(*) from " + table).get(0, Long.class);
    }

    private static DemoLoader loader() {
        return bean(DemoLoader.class);
    }

    /** A loader that completes so many steps, and loses its power at the commit of the next. */
    private static DemoLoader loaderWithPowerFor(int steps) {
        PlatformTransactionManager failing = new FailingPower(bean(PlatformTransactionManager.class), steps);
        return new DemoLoader(
                bean(DemoMasterData.class),
                bean(DemoRates.class),
                bean(DemoMonth.class),
                bean(DemoExports.class),
                bean(DemoContacts.class),
                bean(DemoStrategies.class),
                bean(DemoTeam.class),
                bean(Settings.class),
                new TransactionTemplate(failing),
                application,
                folder);
    }

    private static DSLContext sql() {
        return bean(DSLContext.class);
    }

    private static <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    private static final class PowerCut extends RuntimeException {}

    private static final class FailingPower implements PlatformTransactionManager {

        private final PlatformTransactionManager real;
        private int commitsLeft;

        FailingPower(PlatformTransactionManager real, int commits) {
            this.real = real;
            this.commitsLeft = commits;
        }

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return real.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            if (commitsLeft == 0) {
                real.rollback(status);
                throw new PowerCut();
            }
            commitsLeft--;
            real.commit(status);
        }

        @Override
        public void rollback(TransactionStatus status) {
            real.rollback(status);
        }
    }
}
