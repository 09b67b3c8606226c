package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.identity.Role;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.Books;
import org.springframework.beans.factory.annotation.Autowired;

/** Files that need an answer before they can be read, and public files of receivables where they are at hand. */
@Journey
class ImportJourney {

    private static final Pattern UNDER_WAY = Pattern.compile("Waiting|Being read");
    private static final int LOADS_AT_MOST = 2_000;

    private static final String UNKNOWN_CODES = """
            Company Code,Account,Customer name,Document Number,Document Type,Document Date,Net due date,Amount in doc. curr.,Document currency
            NEWA,C1,Ada Ltd,9001,RV,2026-01-05,2026-02-04,100.00,EUR
            NEWB,C2,Birch SA,9002,RV,2026-01-05,2026-02-04,200.00,USD
            NEWB,C2,Birch SA,9003,RV,2026-01-05,2026-02-04,300.00,USD
            """;

    private static final String STRANGE_HEADERS = """
            Wer,Was,Nr.,Vom,Bis,Soviel
            K-77,Ada Ltd,R-1001,05.01.2026,04.02.2026,"100,00"
            K-78,Birch SA,R-1002,06.01.2026,05.02.2026,"250,50"
            """;

    @Autowired
    private LegalEntities entities;

    @Autowired
    private Books books;

    @Test
    void unknownCompanyCodesAreAddedWithOneAnswerAndTheFileIsReadAgain(@WithoutJavaScript Visitor visitor) {
        visitor.signInAs(Role.MANAGER);
        handIn(visitor, "codes.csv", bytes(UNKNOWN_CODES), "As the file says");
        visitor.follow("codes.csv");
        assertThat(visitor.reads()).contains("Company codes that are not known here");
        visitor.page().getByLabel("Registered name of NEWA").fill("New A GmbH");
        visitor.page().getByLabel("Currency of NEWB").fill("dollars");
        visitor.press("Add them and read the file again");
        assertThat(visitor.reads()).contains("Give the three letters of a currency");
        assertThat(entities.byCode("NEWA")).isEmpty();

        for (String code : List.of("NEWA", "NEWB")) {
            visitor.page().getByLabel("Currency of " + code).fill(code.equals("NEWA") ? "EUR" : "usd");
            visitor.page().getByLabel("Country of " + code).fill("de");
        }
        visitor.press("Add them and read the file again");
        assertThat(visitor.flash()).isEqualTo("2 legal entities are added, and the file is read again.");
        waitUntilRead(visitor, visitor.at());
        assertThat(visitor.reads()).doesNotContain("Company codes that are not known here");
        assertThat(entities.byCode("NEWA")).map(LegalEntity::name).contains("New A GmbH");
        assertThat(figure(visitor, "New")).isEqualTo("3");
    }

    @Test
    void strangeHeadersAreExplainedOnceAndRememberedForTheNextFile(Visitor visitor) {
        LegalEntity entity = books.entity("EUR");
        String of = entity.code() + " " + entity.name();
        visitor.signInAs(Role.MANAGER);
        handIn(visitor, "strange.csv", bytes(STRANGE_HEADERS), of);
        visitor.follow("strange.csv");
        assertThat(visitor.reads()).contains("What are the columns?").contains("K-77");
        visitor.assertAccessible("import-mapping");
        visitor.page().getByLabel("The lines are").selectOption("OPEN_ITEMS");
        List<String> fields =
                List.of("CUSTOMER_NUMBER", "CUSTOMER_NAME", "DOCUMENT", "DOCUMENT_DATE", "IGNORED", "IGNORED");
        choose(visitor, fields);
        visitor.press("Keep the mapping and read the file");
        assertThat(visitor.reads()).contains("need");
        choose(
                visitor,
                List.of("CUSTOMER_NUMBER", "CUSTOMER_NAME", "DOCUMENT", "DOCUMENT_DATE", "DUE_DATE", "OPEN_AMOUNT"));
        visitor.press("Keep the mapping and read the file");
        waitUntilRead(visitor, visitor.at());
        assertThat(figure(visitor, "New")).isEqualTo("2");

        handIn(visitor, "strange too.csv", bytes(STRANGE_HEADERS.replace("R-1002", "R-1003")), of);
        visitor.follow("strange too.csv");
        assertThat(figure(visitor, "New")).isEqualTo("1");
        assertThat(figure(visitor, "Known already")).isEqualTo("1");
    }

    /** The counts are those of the files' lines; of the larger one some say again what another has said. */
    @ParameterizedTest
    @CsvSource({"ibm_dev_open_at_cutoff_masked.csv,84", "highradius_open_9685_souvikpal_predicted.csv,9685"})
    void publicFilesOfReceivablesAreReadThroughTheScreen(String name, int lines, Visitor visitor) {
        Optional<Path> folder = receivables();
        assumeTrue(folder.isPresent(), "No shared/data/receivables beside or above the project");
        visitor.signInAs(Role.MANAGER);
        handInFile(visitor, folder.get().resolve(name));
        visitor.follow(name);
        visitor.page().locator("input[name^=country-]").all().forEach(country -> country.fill("US"));
        visitor.page().locator("input[name^=currency-]").all().forEach(currency -> currency.fill("USD"));
        visitor.press("Add them and read the file again");
        waitUntilRead(visitor, visitor.at());
        assertThat(count(visitor, "New") + count(visitor, "Known already")).isEqualTo(lines);
        assertThat(figure(visitor, "Refused")).isEqualTo("0");
    }

    private static void handIn(Visitor visitor, String name, byte[] content, String entity) {
        visitor.open("/imports");
        visitor.page().getByLabel("Files").setInputFiles(new FilePayload(name, "text/plain", content));
        send(visitor, name, entity);
    }

    private static void handInFile(Visitor visitor, Path file) {
        visitor.open("/imports");
        visitor.page().getByLabel("Files").setInputFiles(file);
        send(visitor, file.getFileName().toString(), "As the file says");
    }

    private static void send(Visitor visitor, String name, String entity) {
        visitor.page().locator("#entity").selectOption(new SelectOption().setLabel(entity));
        visitor.press("Read the files");
        waitUntilRead(
                visitor,
                "/imports",
                () -> visitor.page()
                        .locator("tr", new Page.LocatorOptions().setHasText(name))
                        .first()
                        .innerText());
    }

    private static void waitUntilRead(Visitor visitor, String upload) {
        waitUntilRead(visitor, upload, () -> figure(visitor, "State"));
    }

    /** Loads the page until the file is read, as one does whose browser runs no scripts. */
    private static void waitUntilRead(Visitor visitor, String page, Supplier<String> state) {
        for (int load = 0; load < LOADS_AT_MOST; load++) {
            visitor.open(page);
            if (!UNDER_WAY.matcher(state.get()).find()) {
                return;
            }
        }
        throw new AssertionError("After %d loads %s still says %s".formatted(LOADS_AT_MOST, page, state.get()));
    }

    private static void choose(Visitor visitor, List<String> fields) {
        for (int i = 0; i < fields.size(); i++) {
            visitor.page().locator("select[name=column]").nth(i).selectOption(fields.get(i));
        }
    }

    private static String figure(Visitor visitor, String label) {
        return visitor.page()
                .locator("#progress dl div", new Page.LocatorOptions().setHasText(Pattern.compile("^" + label)))
                .locator("dd")
                .innerText()
                .strip();
    }

    private static int count(Visitor visitor, String label) {
        return Integer.parseInt(figure(visitor, label).replace(",", ""));
    }

    private static Optional<Path> receivables() {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared/data/receivables"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
