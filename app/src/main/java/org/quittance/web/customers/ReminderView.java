package org.quittance.web.customers;

import org.quittance.collections.reminder.ReminderDraft;
import org.quittance.correspondence.letter.WrittenLetter;

/** The one message that a customer would get now, to be read before it is sent. */
public record ReminderView(long customerId, String customerName, ReminderDraft.Ready draft, WrittenLetter letter) {}
