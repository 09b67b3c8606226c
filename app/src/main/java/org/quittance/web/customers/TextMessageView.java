package org.quittance.web.customers;

import org.jspecify.annotations.Nullable;
import org.quittance.collections.gate.SendForecast;
import org.quittance.collections.reminder.ReminderDraft;

/**
 * The text message that a customer would get now, to be read before it is sent.
 *
 * @param word what its sender is to know before sending it; null where there is nothing
 */
public record TextMessageView(
        long customerId, String customerName, ReminderDraft.ReadyText draft, SendForecast.@Nullable Word word) {}
