package org.quittance.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

class DemoMailTest {

    @Test
    void whateverTheDemoSendsArrivesInOneMailboxWhoeverItWasSentTo() {
        try (AnnotationConfigApplicationContext demo = new AnnotationConfigApplicationContext()) {
            demo.getEnvironment().setActiveProfiles("demo");
            demo.register(DemoMail.class);
            demo.refresh();
            JavaMailSender sender = demo.getBean(JavaMailSender.class);
            sender.send(mail("jana@printer.example", "First"));
            sender.send(mail("bao@mill.example", "Second"));

            Mailbox mailbox = demo.getBean(Mailbox.class);
            assertThat(mailbox.messages(10)).extracting(ReceivedMail::subject).containsExactly("Second", "First");
            assertThat(mailbox.messages(1)).extracting(ReceivedMail::to).containsExactly("bao@mill.example");
            assertThat(mailbox.messages(1).getFirst().text()).startsWith("Grüße");

            ReceivedMail first = mailbox.messages(2).getLast();
            assertThat(mailbox.message(first.uid())).contains(first);
            assertThat(first.replyTo()).as("as it says nothing else").isEqualTo("credit@alder-paper.example");
            assertThat(mailbox.message(4711)).isEmpty();
        }
    }

    private static SimpleMailMessage mail(String to, String subject) {
        SimpleMailMessage mail = new SimpleMailMessage();
        mail.setFrom("credit@alder-paper.example");
        mail.setTo(to);
        mail.setSubject(subject);
        mail.setText("Grüße");
        return mail;
    }
}
