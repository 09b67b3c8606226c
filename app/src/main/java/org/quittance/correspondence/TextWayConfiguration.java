package org.quittance.correspondence;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The way of text messages that the environment names; the demo has a folder of its own beside its files. */
@Configuration(proxyBeanMethods = false)
class TextWayConfiguration {

    @Bean
    @Profile("!demo")
    TextWay textWay(
            @Value("${quittance.sms.folder:}") String folder,
            @Value("${quittance.sms.webhook:}") String webhook,
            @Value("${quittance.sms.secret:}") String secret) {
        return TextWay.of(folder, webhook, secret);
    }

    @Bean
    @Profile("demo")
    TextWay demoTextWay(@Value("${quittance.data:var}") Path data) {
        return new TextWay.Folder(data.resolve("demo-text-messages"));
    }
}
