package org.quittance.identity;

import org.jspecify.annotations.Nullable;

/** A set of accounts that one collector owns. */
public record Portfolio(
        long id,
        String name,
        @Nullable Long ownerId,
        @Nullable String ownerName) {}
