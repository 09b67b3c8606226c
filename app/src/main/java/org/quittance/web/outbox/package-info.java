/**
 * What leaves, and what comes back: messages that wait, left, were called back or refused, and the answers; in the demo, also the mailbox
 * they arrive in.
 */
@NullMarked
package org.quittance.web.outbox;

import org.jspecify.annotations.NullMarked;
