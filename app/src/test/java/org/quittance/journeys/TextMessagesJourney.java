package org.quittance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quittance.collections.strategy.StrategyBook;
import org.quittance.collections.strategy.StrategyContent;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.Audience;
import org.quittance.core.collections.DayRange;
import org.quittance.core.collections.RunningAccounts;
import org.quittance.core.collections.Step;
import org.quittance.core.money.Money;
import org.quittance.identity.Role;
import org.quittance.ledger.LegalEntity;
import org.quittance.testing.Books;
import org.quittance.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A contact gets a mobile number and a text message, says that there shall be no more of them, and the collector goes on in the customer's portal.
 */
@Journey
class TextMessagesJourney {

    private static final String CODE = "texts-journey";

    /** What the journeys' {@code QUITTANCE_SMS_RECEIPTS_SECRET} says in Base64. */
    private static final String SECRET = "012345678901234567890123";

    @LocalServerPort
    private int port;

    @Autowired
    private StrategyBook book;

    @Autowired
    private Books books;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext sql;

    private long customer;

    @BeforeEach
    void aCustomerOwesUnderAStrategyThatTexts() {
        clock.setTo(Books.TODAY);
        LegalEntity entity = books.entity("EUR");
        books.invoice(entity, "X1", "X-1", 500_00, Books.TODAY.minusDays(8));
        customer = sql.fetchSingle("select customer_id from ledger.account_view where entity_id = ?", entity.id())
                .get(0, Long.class);
        Step text = Step.draft("text", Action.TEXT_MESSAGE, Money.zero(Currency.getInstance("EUR")))
                .placed(5, 3, 1)
                .step();
        int version = book.history(CODE).stream()
                .mapToInt(kept -> kept.version())
                .max()
                .orElse(0);
        book.save(
                new StrategyContent(
                        CODE,
                        "Texts",
                        "",
                        3,
                        new Audience(Set.of(entity.code()), Set.of(), null, null, DayRange.ANY, DayRange.ANY),
                        List.of(text)),
                version,
                "test");
        book.release(CODE, version + 1, StrategyBook.GoLive.forAll(Books.TODAY, RunningAccounts.MOVE), "another");
    }

    @AfterEach
    void theOthersFollowTheirOwn() {
        clock.setTo(Books.TODAY);
        book.end(CODE, Books.TODAY, "The test is over", "test");
    }

    @Test
    void fromTheMobileNumberToThePortal(Visitor manager) {
        manager.signInAs(Role.MANAGER);
        giveAMobileNumber(manager);
        sendATextMessage(manager);
        handReceiptsIn(manager);
        optOut(manager);
        putIntoPortal(manager);
    }

    /** The one address to which a program may post without a session, and only because it signs. */
    @Test
    void theServicePostsReceiptsAndNothingElseIsOpen() throws Exception {
        String body = "{\"receipts\":[{\"id\":\"msg_unknown-%d\",\"status\":\"delivered\"}]}".formatted(customer);
        HttpResponse<String> refused = post("/hooks/text-receipts", body, "by somebody else");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.body()).contains("The header webhook-signature is not that of this body.");

        HttpResponse<String> taken = post("/hooks/text-receipts", body, SECRET);
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(taken.body()).contains("receipts[0].id", "No text message was handed over under this id");
        assertThat(post("/hooks/text-receipts", "[]", SECRET).body()).isEqualTo("{\"taken\":0,\"known\":0}");

        assertThat(post("/hooks/others", body, SECRET).statusCode()).isEqualTo(302);
        assertThat(post("/outbox/text-messages/receipts", body, SECRET).statusCode())
                .isEqualTo(302);
    }

    private HttpResponse<String> post(String path, String body, String secret) throws Exception {
        String id = "call-" + customer + "-" + body.length();
        long seconds = clock.instant().getEpochSecond();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        byte[] signature = mac.doFinal((id + "." + seconds + "." + body).getBytes(StandardCharsets.UTF_8));
        HttpRequest call = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(seconds))
                .header("webhook-signature", "v1," + Base64.getEncoder().encodeToString(signature))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(call, HttpResponse.BodyHandlers.ofString());
        }
    }

    private void giveAMobileNumber(Visitor manager) {
        manager.open("/customers/%d/contacts/new".formatted(customer));
        manager.page().locator("#name").fill("Ada Blum");
        manager.page().locator("#mobile").fill("07700 900123");
        manager.press("Keep");
        assertThat(manager.reads())
                .contains("07700 900123 is no number with its country code. Write it like +44 7700 900123");
        manager.page().locator("#mobile").fill("+44 (0)7700 900123");
        manager.press("Keep");
        assertThat(manager.reads()).contains("Mobile +447700900123");
    }

    private void sendATextMessage(Visitor manager) {
        manager.open("/customers/%d/reminder".formatted(customer));
        assertThat(manager.reads())
                .contains("Ada Blum, +447700900123", "EUR 500.00 is past due", "Reply STOP", "in the GSM alphabet, ");
        manager.assertAccessible("text-message");
        manager.press("Send");
        manager.page().waitForURL("**/outbox/*");
        assertThat(manager.reads()).contains("Text message, friendly", "msg_");
        manager.assertAccessible("text-message-queued");
    }

    private void handReceiptsIn(Visitor manager) {
        manager.open("/outbox/text-messages");
        manager.assertAccessible("text-messages");
        manager.page()
                .locator("#file")
                .setInputFiles(new FilePayload(
                        "receipts.csv",
                        "text/csv",
                        "id,status\nmsg_unknown,delivered\nmsg_1,lost\n".getBytes(StandardCharsets.UTF_8)));
        manager.press("Take the receipts in");
        assertThat(manager.reads())
                .contains(
                        "0 receipts are taken. 2 lines of receipts.csv were not taken.",
                        "No text message was handed over under this id.",
                        "\"lost\" is no status.");
        manager.assertAccessible("text-messages-refused");
    }

    private void optOut(Visitor manager) {
        manager.open("/customers/" + customer);
        manager.follow("Ada Blum");
        manager.page().getByLabel("About").selectOption("TEXT_MESSAGE");
        manager.page().getByLabel("Their consent is").selectOption("WITHDRAWN");
        manager.page().locator("#how").fill("Said so on the telephone");
        manager.press("Note it");
        assertThat(manager.flash()).isEqualTo("Noted: Text messages, withdrawn.");
        assertThat(manager.reads())
                .contains("Text messages: withdrawn", "Said so on the telephone", "for +447700900123");
        manager.assertAccessible("opted-out");
    }

    private void putIntoPortal(Visitor manager) {
        manager.open("/customers/" + customer);
        manager.follow("Portal");
        assertThat(manager.page().getByLabel("Text to copy").inputValue()).contains("X-1", "500.00");
        manager.assertAccessible("portal-notice");
        manager.page().locator("#portal").fill("Coupa");
        manager.page().locator("#address").fill("coupa");
        manager.press("Note it");
        assertThat(manager.reads()).contains("\"coupa\" is no address of a page.");
        manager.page().locator("#address").fill("https://supplier.coupa.example");
        manager.page().locator("#reference").fill("SUP-1");
        manager.press("Note it");
        assertThat(manager.flash()).isEqualTo("The portal notice is noted.");
        assertThat(manager.reads()).contains("Put into Coupa", "Reference SUP-1.");
    }
}
