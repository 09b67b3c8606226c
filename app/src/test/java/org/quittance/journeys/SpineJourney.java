package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.cash.BankAccounts;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.ContactDraft;
import org.quittance.ledger.ContactRole;
import org.quittance.ledger.Customers;
import org.quittance.ledger.LedgerReader;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.springframework.beans.factory.annotation.Autowired;

/** The whole way once: an extract and a statement come in, cash is applied, a collector works what is left. */
@Journey
class SpineJourney {

    private static final String EXTRACT = """
            Company Code;Account;Customer name;Document Number;Document Type;Document Date;Posting Date;Net due date;Amount in doc. curr.;Document currency;Text
            SPN;40001;Brandt Werkzeuge GmbH;1800004711;RV;02.01.2026;02.01.2026;01.02.2026;1.200,00;EUR;January
            SPN;40001;Brandt Werkzeuge GmbH;1800004712;RV;20.01.2026;20.01.2026;19.02.2026;300,00;EUR;Service
            SPN;40002;Lindqvist Maskin AB;1800004713;RV;05.01.2026;05.01.2026;04.02.2026;800,00;EUR;Parts
            SPN;40002;Lindqvist Maskin AB;1800004714;RV;05.02.2026;05.02.2026;31.02.2026;90,00;EUR;Parts
            """;

    private static final String STATEMENT = """
            :20:SPN260302
            :25:DE89370400440532013000
            :28C:41/1
            :60F:C260301EUR1000,00
            :61:2603020302C1200,00NTRFNONREF//B1
            :86:Brandt Werkzeuge GmbH invoice 1800004711
            :61:2603020302C500,00NTRFNONREF//B2
            :86:thank you
            :62F:C260302EUR2700,00
            -
            """;

    @Autowired
    private LegalEntities entities;

    @Autowired
    private BankAccounts bankAccounts;

    @Autowired
    private Customers customers;

    @Autowired
    private LedgerReader reader;

    @BeforeEach
    void aLegalEntityWithABankAccount() {
        if (entities.byCode("SPN").isEmpty()) {
            LegalEntity entity = entities.add(
                    new LegalEntity(
                            0,
                            "SPN",
                            "Spindel Handel GmbH",
                            "EUR",
                            "DE",
                            "de",
                            "spn",
                            "Hafenstrasse 1\n20457 Hamburg",
                            "ar@spindel.example",
                            "DE89370400440532013000",
                            "COBADEFFXXX"),
                    "test");
            bankAccounts.add(entity.id(), "DE89370400440532013000", "EUR", "Spindel main account", "test");
        }
    }

    @Test
    void anExtractAndAStatementComeInAndACollectorWorksWhatIsLeft(Visitor visitor) {
        visitor.signInAs(Role.MANAGER);
        handIn(visitor, "open items.csv", EXTRACT);
        visitor.follow("open items.csv");
        assertThat(visitor.reads()).contains("31.02.2026").contains("Refused");
        visitor.assertAccessible("import-upload");

        visitor.open("/ageing?by=CUSTOMER&currency=EUR");
        assertThat(visitor.reads()).contains("Brandt Werkzeuge GmbH").contains("1,500.00");
        visitor.assertAccessible("ageing");
        opensTheItemsBehindAFigure(visitor);

        handIn(visitor, "statement.sta", STATEMENT);
        visitor.open("/cash?entity=" + entities.byCode("SPN").orElseThrow().id());
        assertThat(visitor.reads()).contains("To decide, EUR");
        visitor.assertAccessible("cash");
        assignByHand(visitor);

        workTheCustomer(visitor);
    }

    private static void opensTheItemsBehindAFigure(Visitor visitor) {
        visitor.page()
                .locator("tbody tr", new Page.LocatorOptions().setHasText("Brandt Werkzeuge GmbH"))
                .getByText("1,500.00")
                .first()
                .click();
        assertThat(visitor.reads()).contains("Brandt Werkzeuge GmbH").contains("Sum of the items shown");
        visitor.assertAccessible("ageing-items");
        String csv = new String(
                visitor.fetch(visitor.at().replace("/items?", "/items/export?") + "&format=CSV")
                        .body(),
                StandardCharsets.UTF_8);
        assertThat(csv).contains("Customer,Name,Entity,Kind,Document").contains("Brandt Werkzeuge GmbH,SPN,Invoice");
    }

    private void handIn(Visitor visitor, String name, String content) {
        visitor.open("/imports");
        visitor.assertAccessible("imports");
        visitor.page()
                .getByLabel("Files")
                .setInputFiles(new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8)));
        visitor.press("Read the files");
        Locator row = visitor.page()
                .locator("tr", new Page.LocatorOptions().setHasText(name))
                .first();
        row.getByText(Pattern.compile("^(Done.*|Nothing taken|Refused|Needs.*)$"))
                .waitFor();
        assertThat(row.innerText()).contains("Done");
    }

    /** The second payment says nothing of what it is for: a person finds the customer and one item. */
    private static void assignByHand(Visitor visitor) {
        visitor.page()
                .locator("a", new Page.LocatorOptions().setHasText(Pattern.compile("^P\\d+$")))
                .first()
                .click();
        visitor.page()
                .getByLabel("Find by document, name, customer number or amount")
                .fill("Lindqvist");
        visitor.press("Find");
        visitor.press("Take 1800004713");
        assertThat(visitor.page()
                        .getByLabel("1800004713", new Page.GetByLabelOptions().setExact(true))
                        .inputValue())
                .isEqualTo("500.00");
        visitor.assertAccessible("cash-payment");
        visitor.page().locator("button[formaction]").click();
        assertThat(visitor.reads()).contains("is applied to 1 item");
    }

    private void workTheCustomer(Visitor visitor) {
        Viewer system = Viewer.system("test");
        long customer = reader.search(system, LedgerReader.Sought.of("Lindqvist"), 1)
                .getFirst()
                .customerId();
        customers.addContact(
                new ContactDraft(
                        customer,
                        "Elin Lindqvist",
                        ContactRole.ACCOUNTS_PAYABLE,
                        "elin@lindqvist.example",
                        "+46 8 555 01 23",
                        "en",
                        false),
                "test");
        visitor.open("/today");
        visitor.press("Decide anew");
        assertThat(visitor.flash()).contains("accounts decided");
        visitor.open("/today?entity=" + entities.byCode("SPN").orElseThrow().id());
        assertThat(visitor.reads()).contains("Lindqvist Maskin AB");
        visitor.assertAccessible("today");

        visitor.open("/customers/" + customer);
        assertThat(visitor.reads()).contains("300.00");
        visitor.assertAccessible("customer");
        visitor.follow("1800004713");
        assertThat(visitor.reads()).contains("Allocation").contains("assigned by hand");
        visitor.assertAccessible("item");

        visitor.open("/customers/" + customer + "/reminder");
        visitor.assertAccessible("reminder");
        visitor.page().locator("form[action$=reminder] button").click();
        assertThat(visitor.flash()).contains("ten seconds");
        visitor.assertAccessible("outbox-message");
        visitor.page().locator("form[action$=recall] button").click();
        assertThat(visitor.flash()).isEqualTo("The message is called back.");
        visitor.open("/outbox");
        visitor.assertAccessible("outbox");

        visitor.open("/customers/" + customer);
        visitor.page().getByLabel("It ended").selectOption("PROMISED");
        visitor.page().getByLabel("Amount").fill("300.00");
        visitor.press("Keep the call");
        assertThat(visitor.flash()).isEqualTo("The call and the promise are noted.");
        assertThat(visitor.reads()).contains("Promised to pay");
        visitor.open("/entities");
        visitor.assertAccessible("entities");
        visitor.open("/customers?words=brandt");
        assertThat(visitor.reads()).contains("Brandt Werkzeuge GmbH");
        visitor.assertAccessible("customers");
    }

    @Test
    void aCollectorSeesNoAccountOutsideThePortfoliosGiven(Visitor collector) {
        collector.signInAs(Role.COLLECTOR);
        long hidden = List.copyOf(reader.search(Viewer.system("test"), LedgerReader.Sought.of("Lindqvist"), 1))
                        .isEmpty()
                ? 1
                : reader.search(Viewer.system("test"), LedgerReader.Sought.of("Lindqvist"), 1)
                        .getFirst()
                        .customerId();
        assertThat(collector.open("/customers/" + hidden)).isEqualTo(404);
        collector.open("/customers?words=Lindqvist");
        assertThat(collector.reads()).contains("Nobody found");
    }
}
