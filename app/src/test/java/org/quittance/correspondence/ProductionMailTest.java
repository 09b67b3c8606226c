package org.quittance.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class ProductionMailTest {

    private final ApplicationContextRunner production = new ApplicationContextRunner()
            .withUserConfiguration(OutgoingMailConfiguration.class)
            .withBean(Post.class)
            .withPropertyValues("spring.profiles.active=production");

    @ParameterizedTest
    @CsvSource({"starttls, true, false", "implicit, false, true", "none, false, false"})
    void theEnvironmentSaysHowTheMailServerIsReached(String word, String starttls, String implicit) {
        production
                .withPropertyValues(
                        "QUITTANCE_SMTP_HOST=mail.alder-paper.example",
                        "QUITTANCE_SMTP_PORT=2525",
                        "QUITTANCE_SMTP_USER=quittance",
                        "QUITTANCE_SMTP_PASSWORD=secret",
                        "QUITTANCE_SMTP_TLS=" + word)
                .run(context -> {
                    JavaMailSenderImpl sender = context.getBean(JavaMailSenderImpl.class);
                    assertThat(sender.getHost()).isEqualTo("mail.alder-paper.example");
                    assertThat(sender.getPort()).isEqualTo(2525);
                    assertThat(sender.getUsername()).isEqualTo("quittance");
                    assertThat(sender.getPassword()).isEqualTo("secret");
                    assertThat(sender.getJavaMailProperties())
                            .containsEntry("mail.smtp.starttls.enable", starttls)
                            .containsEntry("mail.smtp.starttls.required", starttls)
                            .containsEntry("mail.smtp.ssl.enable", implicit)
                            .containsEntry("mail.smtp.ssl.checkserveridentity", "true")
                            .containsEntry("mail.smtp.timeout", "30000");
                    assertThat(context.getBean(Post.class).isConfigured()).isTrue();
                });
    }

    @Test
    void aProtectionThatIsNoneOfTheThreeIsRefusedAndNotTakenForOne() {
        production
                .withPropertyValues("QUITTANCE_SMTP_HOST=mail.alder-paper.example", "QUITTANCE_SMTP_TLS=nnoe")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .hasStackTraceContaining("QUITTANCE_SMTP_TLS is \"nnoe\"."));
    }

    @Test
    void withoutAHostThereIsNoMailServer() {
        production.run(context ->
                assertThat(context.getBean(Post.class).isConfigured()).isFalse());
    }
}
