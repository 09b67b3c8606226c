package org.quittance.web.outbox;

import org.quittance.correspondence.Message;

/** One message with all that left, or would. */
public record MessageView(Message message) {}
