package org.quittance.correspondence;

import java.nio.charset.StandardCharsets;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.quittance.platform.Variable;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The mail server through which letters leave, as the environment names it. An installation without a host has none. */
record OutgoingServer(String host, int port, String user, String password, Protection protection) {

    private static final int PORT_OF_SUBMISSION = 587;
    private static final int PORT_OF_SMTPS = 465;

    /** Milliseconds. A server that says nothing must not hold a worker for ever. */
    private static final String CONNECTING = "10000";

    private static final String TALKING = "30000";

    /** Reads {@code QUITTANCE_SMTP_*}. */
    static OutgoingServer of(Environment environment) {
        Protection protection =
                Variable.of(environment, "QUITTANCE_SMTP_TLS").oneOf(Protection.class, Protection.STARTTLS);
        Variable password = Variable.of(environment, "QUITTANCE_SMTP_PASSWORD");
        Variable user = Variable.of(environment, "QUITTANCE_SMTP_USER");
        if (password.isSet() && !user.isSet()) {
            throw user.missing(
                    "missing, though QUITTANCE_SMTP_PASSWORD is set",
                    "Set it to the login at the mail server, or leave both out: then letters are handed over without one.");
        }
        return new OutgoingServer(
                Variable.of(environment, "QUITTANCE_SMTP_HOST").value(),
                Variable.of(environment, "QUITTANCE_SMTP_PORT")
                        .number(
                                new Variable.Bounds(1, 65_535),
                                protection == Protection.IMPLICIT ? PORT_OF_SMTPS : PORT_OF_SUBMISSION),
                user.value(),
                password.value(),
                protection);
    }

    JavaMailSenderImpl sender(SSLContext trusted) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(port);
        sender.setUsername(user);
        sender.setPassword(password);
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        sender.setJavaMailProperties(properties(trusted));
        return sender;
    }

    private Properties properties(SSLContext trusted) {
        Properties properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", CONNECTING);
        properties.put("mail.smtp.timeout", TALKING);
        properties.put("mail.smtp.writetimeout", TALKING);
        properties.put("mail.smtp.starttls.enable", Boolean.toString(protection == Protection.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(protection == Protection.STARTTLS));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(protection == Protection.IMPLICIT));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", trusted.getSocketFactory());
        return properties;
    }
}
