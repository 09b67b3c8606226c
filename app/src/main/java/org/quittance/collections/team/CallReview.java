package org.quittance.collections.team;

import java.time.Instant;
import org.quittance.core.collections.CallCheck;

/**
 * A call that was checked.
 *
 * @param note to whoever made the call; may be empty
 * @param by the login of whoever checked it
 */
public record CallReview(long id, SampledCall call, CallCheck check, String note, String by, Instant at) {}
