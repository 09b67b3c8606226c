package org.quittance.platform;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the database is, and as whom to enter it: as the owner to migrate, as the application for everything else.
 *
 * @param url a JDBC URL of PostgreSQL
 * @param ownerUser may create and alter; used by migrations alone
 * @param applicationUser may not change what is posted
 */
public record DatabaseAccess(
        String url, String ownerUser, String ownerPassword, String applicationUser, String applicationPassword) {

    /** The same in the words of Spring Boot's configuration. */
    public Map<String, Object> asProperties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.datasource.url", url);
        properties.put("spring.datasource.username", applicationUser);
        properties.put("spring.datasource.password", applicationPassword);
        properties.put("spring.flyway.url", url);
        properties.put("spring.flyway.user", ownerUser);
        properties.put("spring.flyway.password", ownerPassword);
        properties.put("spring.flyway.placeholders.app_role", applicationUser);
        return properties;
    }

    /** Passwords stay out of logs. */
    @Override
    public String toString() {
        return url + " as " + applicationUser;
    }
}
