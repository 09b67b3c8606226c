package org.quittance.ledger;

import java.util.HashSet;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells once, at the end of a transaction, which accounts it has changed, however many steps it took: money that is received and
 * allocated in one transaction is one change to those who listen.
 */
@Component
class Announcements {

    private final ApplicationEventPublisher events;

    Announcements(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** Adds the accounts to what the caller's transaction will tell. */
    void changed(Set<Long> accounts) {
        if (accounts.isEmpty()) {
            return;
        }
        if (TransactionSynchronizationManager.getResource(this) instanceof Telling telling) {
            telling.accounts.addAll(accounts);
        } else {
            Telling telling = new Telling(accounts);
            TransactionSynchronizationManager.bindResource(this, telling);
            TransactionSynchronizationManager.registerSynchronization(telling);
        }
    }

    /** What one transaction has to tell. The event is written to the registry with the rest of it, before the commit. */
    private final class Telling implements TransactionSynchronization {

        private final Set<Long> accounts;

        private Telling(Set<Long> accounts) {
            this.accounts = new HashSet<>(accounts);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Announcements.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Announcements.this, this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            events.publishEvent(new AccountsChanged(accounts));
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResource(Announcements.this);
        }
    }
}
