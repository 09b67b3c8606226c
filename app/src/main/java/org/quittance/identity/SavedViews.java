package org.quittance.identity;

import static org.quittance.db.identity.Tables.PERSON;
import static org.quittance.db.identity.Tables.SAVED_VIEW;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the views that people have saved of a page: their own, and those that others share. A view holds filters and no rows: whoever
 * opens it sees what they may see.
 */
@Service
public class SavedViews {

    static final int MOST_LETTERS_OF_NAME = 60;
    static final int MOST_LETTERS_OF_QUERY = 2_000;
    static final int MOST_OF_ONE_PAGE = 30;

    private final DSLContext sql;

    SavedViews(DSLContext sql) {
        this.sql = sql;
    }

    /** What became of saving a view. */
    public enum Saved {
        DONE("The view is saved."),
        NAMELESS("Give the view a name of %d letters at most.".formatted(MOST_LETTERS_OF_NAME)),
        TOO_LONG("The filters of this page are too long to be saved. Clear some of them."),
        TOO_MANY("You have saved %d views of this page. Remove one first.".formatted(MOST_OF_ONE_PAGE));

        private final String sentence;

        Saved(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** Who else sees a view. */
    public enum Reach {
        MINE,
        SHARED
    }

    /** The viewer's own views of the page first, then what others share; each by name. */
    public List<SavedView> of(Viewer viewer, String path) {
        return sql.select(SAVED_VIEW.ID, SAVED_VIEW.NAME, SAVED_VIEW.QUERY, SAVED_VIEW.PERSON_ID, PERSON.NAME)
                .from(SAVED_VIEW)
                .join(PERSON)
                .on(PERSON.ID.eq(SAVED_VIEW.PERSON_ID))
                .where(SAVED_VIEW.PATH.eq(path))
                .and(SAVED_VIEW.PERSON_ID.eq(viewer.personId()).or(SAVED_VIEW.SHARED))
                .orderBy(SAVED_VIEW.PERSON_ID.ne(viewer.personId()), SAVED_VIEW.NAME, SAVED_VIEW.ID)
                .fetch(row -> new SavedView(
                        row.get(SAVED_VIEW.ID),
                        row.get(SAVED_VIEW.NAME),
                        row.get(SAVED_VIEW.QUERY).isEmpty() ? path : path + "?" + row.get(SAVED_VIEW.QUERY),
                        row.get(PERSON.NAME),
                        row.get(SAVED_VIEW.PERSON_ID) == viewer.personId()));
    }

    /** Saves a view; one of the same name on the same page is replaced. */
    @Transactional
    public Saved save(Viewer viewer, String path, String name, String query, Reach reach) {
        String trimmed = name.strip();
        if (trimmed.isEmpty() || trimmed.length() > MOST_LETTERS_OF_NAME) {
            return Saved.NAMELESS;
        }
        if (query.length() > MOST_LETTERS_OF_QUERY) {
            return Saved.TOO_LONG;
        }
        int others = sql.fetchCount(
                SAVED_VIEW,
                SAVED_VIEW.PERSON_ID.eq(viewer.personId()),
                SAVED_VIEW.PATH.eq(path),
                SAVED_VIEW.NAME.ne(trimmed));
        if (others >= MOST_OF_ONE_PAGE) {
            return Saved.TOO_MANY;
        }
        sql.insertInto(
                        SAVED_VIEW,
                        SAVED_VIEW.PERSON_ID,
                        SAVED_VIEW.PATH,
                        SAVED_VIEW.NAME,
                        SAVED_VIEW.QUERY,
                        SAVED_VIEW.SHARED)
                .values(viewer.personId(), path, trimmed, query, reach == Reach.SHARED)
                .onConflict(SAVED_VIEW.PERSON_ID, SAVED_VIEW.PATH, SAVED_VIEW.NAME)
                .doUpdate()
                .set(SAVED_VIEW.QUERY, query)
                .set(SAVED_VIEW.SHARED, reach == Reach.SHARED)
                .execute();
        return Saved.DONE;
    }

    /** Takes a view away; somebody else's is left alone. */
    @Transactional
    public void remove(Viewer viewer, long id) {
        sql.deleteFrom(SAVED_VIEW)
                .where(SAVED_VIEW.ID.eq(id))
                .and(SAVED_VIEW.PERSON_ID.eq(viewer.personId()))
                .execute();
    }
}
