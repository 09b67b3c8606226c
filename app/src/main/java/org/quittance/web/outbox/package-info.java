/** What leaves: messages that wait, left, were called back or refused; in the demo, also the mailbox they arrive in. */
@NullMarked
package org.quittance.web.outbox;

import org.jspecify.annotations.NullMarked;
