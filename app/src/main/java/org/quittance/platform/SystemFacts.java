package org.quittance.platform;

import java.time.ZoneId;

/**
 * What runs here.
 *
 * @param schema the version of the newest migration
 */
public record SystemFacts(String version, String java, String database, String schema, ZoneId zone) {}
