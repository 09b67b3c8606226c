package org.quittance.web.customers;

import org.quittance.collections.reminder.ReminderDraft;

/** The text message that a customer would get now, to be read before it is sent. */
public record TextMessageView(long customerId, String customerName, ReminderDraft.ReadyText draft) {}
