package org.quittance.platform;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that belong to no module. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    @Bean
    Clock clock(@Value("${quittance.time-zone:UTC}") ZoneId zone) {
        return Clock.system(zone);
    }
}
