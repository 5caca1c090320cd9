package org.mashhub.correlation.state;

import java.util.List;
import java.util.UUID;

import org.mashhub.correlation.observation.FeedId;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.SourceRecord;
import org.mashhub.correlation.observation.SourceRecordId;

/**
 * All the state of one area. The first group is kept (in a changelog, in the service);
 * the second is derived from it by {@link Indexes} and rebuilt at start.
 */
public interface AreaState {

	/**
	 * Key, among {@link #values()}, of the last day (since 1970) that the area's clock
	 * has brought about: what records tell ahead counts from its day on.
	 */
	String DAYS = "days-until";

	/**
	 * Kept: the latest version of every source record.
	 * @return the table
	 */
	Table<SourceRecordId, SourceRecord> records();

	/**
	 * Kept: which person each mention is linked to.
	 * @return the table
	 */
	Table<MentionId, Link> links();

	/**
	 * Kept: alerts.
	 * @return the table
	 */
	Table<UUID, AlertMemory> alerts();

	/**
	 * Kept: questions put to officers.
	 * @return the table
	 */
	Table<UUID, ReviewMemory> reviews();

	/**
	 * Kept: what officers have answered about who is who.
	 * @return the table
	 */
	Table<UUID, LinkAnswer> answers();

	/**
	 * Kept: statuses told to practices.
	 * @return the table
	 */
	Table<UUID, NoticeMemory> notices();

	/**
	 * Kept: what lay open when a proposal to close, or a closure, answered it, by the
	 * mention of the child in it.
	 * @return the table
	 */
	Table<MentionId, AnsweredItems> answeredItems();

	/**
	 * Kept: fingerprint of the picture last given out, by the child's founding mention.
	 * @return the table
	 */
	Table<MentionId, Long> pictures();

	/**
	 * Kept: what organisations have declared, and when something of each kind came last.
	 * @return the table
	 */
	Table<FeedId, FeedMemory> feeds();

	/**
	 * Kept: single values, such as the clock.
	 * @return the table
	 */
	Table<String, Long> values();

	/**
	 * Derived: mentions of records that stand, with all numbers that go with their own.
	 * @return the table
	 */
	Table<MentionId, Mention> mentions();

	/**
	 * Derived: records that give one person several NHS numbers, by each of them.
	 * @return the table
	 */
	Table<String, List<Renumbering>> renumberings();

	/**
	 * Derived: mentions by blocking key.
	 * @return the table
	 */
	Table<Long, List<MentionId>> blocks();

	/**
	 * Derived: edges of each mention, both ways.
	 * @return the table
	 */
	Table<MentionId, List<Edge>> edges();

	/**
	 * Derived: mentions of each person.
	 * @return the table
	 */
	Table<PersonId, List<MentionId>> persons();

	/**
	 * Derived: mentions by key of the home.
	 * @return the table
	 */
	Table<String, List<MentionId>> homes();

	/**
	 * Derived: alerts by the mentions of the children they are remembered under.
	 * @return the table
	 */
	Table<MentionId, List<UUID>> alertsOfChild();

	/**
	 * Derived: alerts that wait for somebody, by the hour (since 1970) they are due in.
	 * @return the table
	 */
	Table<Long, List<UUID>> alertsDue();

	/**
	 * Derived: open questions by either person.
	 * @return the table
	 */
	Table<PersonId, List<UUID>> reviewsOfPerson();

	/**
	 * Derived: answers by either mention.
	 * @return the table
	 */
	Table<MentionId, List<LinkAnswer>> answersOf();

	/**
	 * Derived: people of whom a record says something else from a day (since 1970) on
	 * than when it came.
	 * @return the table
	 */
	Table<Long, List<MentionId>> daysAhead();

	/**
	 * Derived: statuses told, by the mention of the child they are remembered under.
	 * @return the table
	 */
	Table<MentionId, List<UUID>> noticesOfChild();

}
