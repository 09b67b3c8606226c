package org.quittance.correspondence;

import org.quittance.platform.Variable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSender;

/** The mail server that the environment names, and whose certificates are trusted. */
@Configuration(proxyBeanMethods = false)
class OutgoingMailConfiguration {

    @Bean
    TrustedCertificates trustedCertificates(Environment environment) {
        return TrustedCertificates.of(Variable.of(environment, "QUITTANCE_TRUSTED_CA"));
    }

    @Bean
    @Profile("!demo")
    JavaMailSender mailSender(Environment environment, TrustedCertificates trusted) {
        return OutgoingServer.of(environment).sender(trusted.context());
    }
}
