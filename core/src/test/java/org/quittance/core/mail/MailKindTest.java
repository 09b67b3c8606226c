package org.quittance.core.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quittance.core.mail.IncomingMail.Header;
import org.quittance.core.mail.IncomingMail.Part;
import org.quittance.core.mail.MailKind.AutomaticReply;
import org.quittance.core.mail.MailKind.Bounce;
import org.quittance.core.mail.MailKind.FromContact;
import org.quittance.core.mail.MailKind.Known;
import org.quittance.core.mail.MailKind.Reply;
import org.quittance.core.mail.MailKind.Unknown;

class MailKindTest {

    private static final String OURS = "<4711@alder-paper.example>";
    private static final Known NOBODY = new Known(Set.of(OURS), false);
    private static final Known A_CONTACT = new Known(Set.of(OURS), true);

    /** One row a header set: what the mail is, and what it says of itself. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Reply          | In-Reply-To: <4711@alder-paper.example>",
                "Reply          | References: <1@x.example> <4711@alder-paper.example>",
                "Reply          | In-Reply-To: <4711@alder-paper.example>; Auto-Submitted: no",
                "Reply          | In-Reply-To: <4711@alder-paper.example>; X-Auto-Response-Suppress: All",
                "Reply          | In-Reply-To: <4711@alder-paper.example>; Precedence: list",
                "Reply          | In-Reply-To: <4711@alder-paper.example>; Subject: Re: undeliverable goods",
                "AutomaticReply | In-Reply-To: <4711@alder-paper.example>; Auto-Submitted: auto-replied",
                "AutomaticReply | Auto-Submitted: auto-generated",
                "AutomaticReply | Auto-Submitted: AUTO-REPLIED (vacation)",
                "AutomaticReply | In-Reply-To: <4711@alder-paper.example>; Precedence: auto_reply",
                "AutomaticReply | In-Reply-To: <4711@alder-paper.example>; X-Autoreply: yes",
                "AutomaticReply | In-Reply-To: <4711@alder-paper.example>; Subject: Automatic reply: Reminder",
                "AutomaticReply | Subject: Abwesenheitsnotiz: Zahlungserinnerung",
                "AutomaticReply | Subject: Réponse automatique : Rappel",
                "AutomaticReply | Content-Type: multipart/report; report-type=disposition-notification",
                "AutomaticReply | X-Auto-Response-Suppress: OOF",
                "AutomaticReply | Precedence: bulk",
                "Unknown        | In-Reply-To: <somebody@else.example>",
                "Unknown        | In-Reply-To: 4711@alder-paper.example",
                "Unknown        | Subject: Re: Your invoice",
                "Unknown        | From: Postmaster <postmaster@x.example>; Subject: New mail server",
                "Unknown        | From: MAILER-DAEMON@x.example; Subject: Undelivered Mail Returned to Sender",
                "Unknown        | X-Empty:",
            })
    void theHeadersSayWhatItIs(String kind, String headers) {
        assertThat(MailKind.of(mail(headers), NOBODY).getClass().getSimpleName())
                .isEqualTo(kind);
    }

    @Test
    void aContactWhoWritesOfTheirOwnAccordIsKnownByTheAddress() {
        assertThat(MailKind.of(mail("Subject: Invoice 20417"), A_CONTACT)).isEqualTo(new FromContact());
        assertThat(MailKind.of(mail("Subject: Invoice 20417"), NOBODY)).isEqualTo(new Unknown());
        assertThat(MailKind.of(mail("Auto-Submitted: auto-replied"), A_CONTACT)).isEqualTo(new AutomaticReply(null));
        assertThat(MailKind.of(mail("In-Reply-To: " + OURS), A_CONTACT)).isEqualTo(new Reply(OURS));
    }

    /** Action, status and diagnostic code as servers write them; then what we make of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "failed    | 5.1.1           | smtp; 550 5.1.1 <jana@x.example>: User unknown | true  | 5.1.1 no such mailbox",
                "Failed    | 5.0.0           | smtp; 550 Requested action not taken           | true  | 5.0.0 Requested",
                "failed    | 5.2.2 (full)    | x-unix; quota                                  | true  | 5.2.2 the mailbox is full",
                "failed    | 5.99.3          | smtp; 599 5.99.3 odd                           | true  | 5.99.3 599 5.99.3 odd",
                "failed    | 5.4.6           |                                                | true  | 5.4.6 without a reason",
                "failed    | 4.4.7           | smtp; 421 timed out                            | false | 4.4.7 it could not be delivered in time",
                "failed    | nonsense        | smtp; 550 5.7.1 blocked                        | true  | 5.7.1 their mail server refuses our mail",
                "failed    |                 |                                                | true  | without a reason",
                "delayed   | 4.4.1           | smtp; 451 no answer                            | false | 4.4.1 their mail server does not answer",
                "delayed   | 5.1.1           |                                                | false | 5.1.1 no such mailbox",
            })
    void aReportOfAMailServerIsRead(String action, String status, String diagnostic, boolean forGood, String sentence) {
        Bounce bounce = (Bounce) MailKind.of(report(action, status, diagnostic == null ? "" : diagnostic), NOBODY);
        assertThat(bounce.message()).isEqualTo(OURS);
        assertThat(bounce.report().recipient()).isEqualTo("jana@noerdlinger.example");
        assertThat(bounce.report().isForGood()).isEqualTo(forGood);
        assertThat(bounce.report().sentence())
                .startsWith(sentence.startsWith("5.0.0") ? "5.0.0 550 Requested" : sentence);
    }

    @ParameterizedTest
    @CsvSource({"delivered", "relayed", "expanded", "lost", "''"})
    void aReportThatNothingCameBackIsAReceipt(String action) {
        assertThat(MailKind.of(report(action, "2.0.0", ""), NOBODY)).isEqualTo(new AutomaticReply(null));
    }

    @Test
    void aReportThatNamesOnlyTheRecipientIsStillOne() {
        IncomingMail mail = new IncomingMail(
                List.of(new Header("Content-Type", "multipart/report; report-type=delivery-status")),
                List.of(
                        new Part(
                                "message/delivery-status",
                                "Reporting-MTA: dns; mx.example\r\n\r\nOriginal-Recipient: rfc822;Ada@Blum.example\r\nFinal-Recipient: rfc822;\r\n x@y.example\r\nAction: failed\r\nStatus: 5.1.1\r\n")));
        assertThat(MailKind.of(mail, NOBODY))
                .isEqualTo(new Bounce(
                        null,
                        new DeliveryReport(
                                DeliveryReport.Action.FAILED, "Ada@Blum.example", "5.1.1", "no such mailbox")));
    }

    /** Bounces in plain words: who writes, under which subject, and the text; then status and whether it is for good. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "MAILER-DAEMON@x.example       | failure notice                       | 550 5.1.1 no such user             | 5.1.1 | true",
                "Mail Delivery System <Mailer-Daemon@x.example> | Mail delivery failed: returning message | SMTP error: 550 Unrouteable | 5.0.0 | true",
                "Postmaster <postmaster@x.example> | Undeliverable: Reminder          | The mailbox is full.               | `` | true",
                "postmaster@x.example          | Unzustellbar: Mahnung                | 4.2.2 over quota                   | 4.2.2 | false",
                "mailer-daemon@x.example       | Warning: could not send message for past 4 hours | 450 try later          | 4.0.0 | false",
                "postmaster@x.example          | Delivery Status Notification (Delay) | will be tried again                | `` | false",
            })
    void aServerThatWritesInItsOwnWordsIsUnderstood(
            String from, String subject, String text, String status, boolean forGood) {
        IncomingMail mail = new IncomingMail(
                List.of(new Header("From", from), new Header("Subject", subject)),
                List.of(new Part("text/plain", text + "\n\nMessage-ID: " + OURS)));
        Bounce bounce = (Bounce) MailKind.of(mail, NOBODY);
        assertThat(bounce.message()).isEqualTo(OURS);
        assertThat(bounce.report().status()).isEqualTo(status);
        assertThat(bounce.report().isForGood()).isEqualTo(forGood);
    }

    @Test
    void aPersonWhoQuotesOurMessageIdIsNoMailServer() {
        IncomingMail mail = new IncomingMail(
                List.of(new Header("From", "Ada Blum <ada@blum.example>"), new Header("Subject", "Undeliverable?")),
                List.of(new Part("text/plain", "We got " + OURS + " twice")));
        assertThat(MailKind.of(mail, A_CONTACT)).isEqualTo(new FromContact());
    }

    @Test
    void whatAMailNamesIsFoundWithoutEndAndInOrder() {
        IncomingMail mail = new IncomingMail(
                List.of(
                        new Header("references", "<1@a.example> <2@a.example>"),
                        new Header("In-Reply-To", "<3@a.example>")),
                List.of(
                        new Part("text/plain", "<".repeat(200_000)),
                        new Part("text/rfc822-headers", "Message-ID: <4@a.example>")));
        assertThat(mail.answered()).containsExactly("<3@a.example>", "<2@a.example>", "<1@a.example>");
        assertThat(mail.named()).containsExactly("<3@a.example>", "<2@a.example>", "<1@a.example>", "<4@a.example>");
    }

    private static IncomingMail mail(String headers) {
        List<Header> lines = new ArrayList<>();
        for (String line : headers.split("; (?=[A-Z][A-Za-z-]+:)", -1)) {
            int colon = line.indexOf(':');
            lines.add(new Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return new IncomingMail(lines, List.of(new Part("text/plain", "Good morning")));
    }

    private static IncomingMail report(String action, String status, String diagnostic) {
        return new IncomingMail(
                List.of(new Header("Content-Type", "multipart/report; report-type=delivery-status")),
                List.of(
                        new Part("text/plain", "This is the mail system at host mx.example."),
                        new Part("message/delivery-status", """
                                Reporting-MTA: dns; mx.example

                                Final-Recipient: rfc822; jana@noerdlinger.example
                                Action: %s
                                Status: %s
                                Diagnostic-Code: %s
                                """.formatted(action, status, diagnostic)),
                        new Part("text/rfc822-headers", "Message-ID: " + OURS + "\nSubject: Reminder")));
    }
}
