package org.quittance.core.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.quittance.core.mail.MailKind.AutomaticReply;
import org.quittance.core.mail.MailKind.Bounce;
import org.quittance.core.mail.MailKind.FromContact;
import org.quittance.core.mail.MailKind.Known;
import org.quittance.core.mail.MailKind.Reply;
import org.quittance.core.mail.MailKind.Unknown;

/** The signs by which {@link MailKind} tells mails apart: headers of RFC 3834, reports of RFC 3464, and what mail programs write instead. */
final class MailReading {

    private static final Pattern POSTMASTER =
            Pattern.compile("(?i)(?:^|[<\\s\"])(?:mailer-daemon|postmaster|mail-daemon)@?");

    private static final Pattern UNDELIVERED = Pattern.compile(
            "undeliver|returned mail|delivery (?:status notification|failed|failure|has failed)|failure notice|mail delivery (?:failed|system)"
                    + "|unzustellbar|non remis|non recapitabile|onbestelbaar|no se puede entregar|devuelto");

    private static final Pattern DELAYED =
            Pattern.compile("delay|warning: could not send|verz(?:ö|oe)ger|will (?:keep|continue) trying");

    private static final Pattern OUT_OF_OFFICE = Pattern.compile(
            "^(?:automatic reply|auto(?:matische)?[- ]?(?:reply|antwort)|autoreply|auto:|out of (?:the )?office"
                    + "|abwesenheit|abwesend|r[ée]ponse automatique|absence du bureau|respuesta autom[áa]tica|risposta automatica|fuori sede"
                    + "|automatisch antwoord|afwezig)");

    private static final Pattern SMTP_CODE = Pattern.compile("(?<![\\d.])([45])\\d\\d[ -]");

    private MailReading() {}

    static MailKind kind(IncomingMail mail, Known known) {
        return bounce(mail, known)
                .or(() -> automatic(mail, known))
                .orElseGet(() -> first(mail.answered(), known)
                        .<MailKind>map(Reply::new)
                        .orElseGet(() -> isWeaklyAutomatic(mail)
                                ? new AutomaticReply(null)
                                : known.isFromContact() ? new FromContact() : new Unknown()));
    }

    private static Optional<MailKind> bounce(IncomingMail mail, Known known) {
        Optional<String> status = mail.part("message/delivery-status");
        return status.isPresent() ? reported(mail, status.get(), known) : written(mail, known);
    }

    /** Of several recipients the gravest counts: one of ours has one alone. */
    private static Optional<MailKind> reported(IncomingMail mail, String status, Known known) {
        List<DeliveryReport> reports = DeliveryReport.read(status);
        return Stream.of(DeliveryReport.Action.FAILED, DeliveryReport.Action.DELAYED)
                .flatMap(action -> reports.stream().filter(report -> report.action() == action))
                .findFirst()
                .map(report -> new Bounce(returned(mail, known).orElse(null), report));
    }

    /** A mail server that writes in its own words: it counts only where it names a message of ours. */
    private static Optional<MailKind> written(IncomingMail mail, Known known) {
        boolean isServers = POSTMASTER.matcher(mail.header("From")).find()
                || mail.header("Return-Path").strip().equals("<>");
        boolean isDelayed = DELAYED.matcher(mail.subject()).find();
        Optional<String> message = returned(mail, known);
        if (!isServers
                || message.isEmpty()
                || !(isDelayed || UNDELIVERED.matcher(mail.subject()).find())) {
            return Optional.empty();
        }
        String text = mail.allText();
        String status = DeliveryReport.statusIn(text)
                .filter(found -> !found.startsWith("2"))
                .orElseGet(() -> smtpClass(text));
        DeliveryReport.Action action = isDelayed ? DeliveryReport.Action.DELAYED : DeliveryReport.Action.FAILED;
        String recipient = mail.header("X-Failed-Recipients").strip();
        return Optional.of(new Bounce(
                message.get(), new DeliveryReport(action, recipient, status, DeliveryReport.words(status, ""))));
    }

    /** The class of an old reply code, 550 being 5.0.0; empty where there is none. */
    private static String smtpClass(String text) {
        Matcher code = SMTP_CODE.matcher(text);
        return code.find() ? code.group(1) + ".0.0" : "";
    }

    /** The message of ours that a mail brings back: as its headers lie within, as it is answered, or as it is named in the text. */
    private static Optional<String> returned(IncomingMail mail, Known known) {
        return first(mail.named(), known);
    }

    private static Optional<String> first(Set<String> ids, Known known) {
        return ids.stream().filter(known.ours()::contains).findFirst();
    }

    /** RFC 3834, and what the makers of mail programs write instead. Reports that are no bounce are receipts. */
    private static Optional<MailKind> automatic(IncomingMail mail, Known known) {
        String submitted = mail.header("Auto-Submitted").strip().toLowerCase(Locale.ROOT);
        boolean isMachines = (!submitted.isEmpty() && !submitted.startsWith("no"))
                || mail.header("Content-Type").toLowerCase(Locale.ROOT).startsWith("multipart/report")
                || mail.header("Precedence").strip().equalsIgnoreCase("auto_reply")
                || !mail.header("X-Autoreply").isBlank()
                || !mail.header("X-Autorespond").isBlank()
                || OUT_OF_OFFICE.matcher(mail.subject()).find();
        return isMachines
                ? Optional.of(new AutomaticReply(first(mail.answered(), known).orElse(null)))
                : Optional.empty();
    }

    /** What people's mails carry too, where they go through a list or a ticket system: it counts only where the mail answers nothing of ours. */
    private static boolean isWeaklyAutomatic(IncomingMail mail) {
        String precedence = mail.header("Precedence").strip().toLowerCase(Locale.ROOT);
        return Set.of("bulk", "junk", "list").contains(precedence)
                || !mail.header("X-Auto-Response-Suppress").isBlank()
                || !mail.header("List-Unsubscribe").isBlank();
    }
}
