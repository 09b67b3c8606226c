package org.quittance.correspondence;

import java.nio.file.Path;
import org.quittance.platform.Variable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** The way of text messages that the environment names; the demo has a folder of its own beside its files. */
@Configuration(proxyBeanMethods = false)
class TextWayConfiguration {

    @Bean
    @Profile("!demo")
    TextWay textWay(Environment environment) {
        return TextWay.of(
                Variable.of(environment, "QUITTANCE_SMS_FOLDER"),
                Variable.of(environment, "QUITTANCE_SMS_WEBHOOK"),
                Variable.of(environment, "QUITTANCE_SMS_SECRET"));
    }

    @Bean
    @Profile("demo")
    TextWay demoTextWay(@Value("${quittance.data:var}") Path data) {
        return new TextWay.Folder(data.resolve("demo-text-messages"));
    }
}
