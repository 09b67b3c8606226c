package org.quittance.correspondence;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The demo's own mail server, in this process and on ports of this machine alone: letters really leave by SMTP and really arrive, but
 * at nobody outside. What it keeps is gone with the process; the outbox shows what was sent before.
 */
@Profile("demo")
@Configuration(proxyBeanMethods = false)
class DemoMail {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String EVERYBODY = "demo";

    @Bean(initMethod = "start", destroyMethod = "stop")
    GreenMail demoMailServer() {
        ServerSetup smtp = new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTP);
        ServerSetup imap = new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_IMAP);
        GreenMail server = new GreenMail(new ServerSetup[] {smtp, imap})
                .withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
        GreenMailUser everybody = server.setUser(EVERYBODY, EVERYBODY);
        server.getUserManager().setMessageDeliveryHandler((mail, recipient) -> everybody);
        return server;
    }

    @Bean
    JavaMailSender demoMailSender(GreenMail demoMailServer) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(LOOPBACK);
        sender.setPort(demoMailServer.getSmtp().getPort());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        return sender;
    }

    /** The same box: what we have sent ourselves is in it too, and is told apart by its Message-ID, which stands in the outbox. */
    @Bean
    IncomingMailbox demoIncomingMailbox(GreenMail demoMailServer) {
        return new IncomingMailbox(
                LOOPBACK, demoMailServer.getImap().getPort(), EVERYBODY, EVERYBODY, Protection.NONE, "INBOX");
    }

    @Bean
    Mailbox demoMailbox(GreenMail demoMailServer) {
        return new Mailbox(LOOPBACK, demoMailServer.getImap().getPort(), EVERYBODY, EVERYBODY);
    }
}
