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
 * A state whose changes are not applied to the state below until {@link #apply()}: a
 * failure in the middle leaves nothing half-done.
 */
public final class Overlay implements AreaState {

	private final OverlayTable<SourceRecordId, SourceRecord> records;

	private final OverlayTable<MentionId, Link> links;

	private final OverlayTable<UUID, AlertMemory> alerts;

	private final OverlayTable<UUID, ReviewMemory> reviews;

	private final OverlayTable<UUID, LinkAnswer> answers;

	private final OverlayTable<UUID, NoticeMemory> notices;

	private final OverlayTable<MentionId, AnsweredItems> answeredItems;

	private final OverlayTable<MentionId, Long> pictures;

	private final OverlayTable<FeedId, FeedMemory> feeds;

	private final OverlayTable<String, Long> values;

	private final OverlayTable<MentionId, Mention> mentions;

	private final OverlayTable<String, List<Renumbering>> renumberings;

	private final OverlayTable<Long, List<MentionId>> blocks;

	private final OverlayTable<MentionId, List<Edge>> edges;

	private final OverlayTable<PersonId, List<MentionId>> persons;

	private final OverlayTable<String, List<MentionId>> homes;

	private final OverlayTable<MentionId, List<UUID>> alertsOfChild;

	private final OverlayTable<Long, List<UUID>> alertsDue;

	private final OverlayTable<Long, List<MentionId>> daysAhead;

	private final OverlayTable<PersonId, List<UUID>> reviewsOfPerson;

	private final OverlayTable<MentionId, List<LinkAnswer>> answersOf;

	private final OverlayTable<MentionId, List<UUID>> noticesOfChild;

	public Overlay(AreaState below) {
		this.records = new OverlayTable<>(below.records());
		this.links = new OverlayTable<>(below.links());
		this.alerts = new OverlayTable<>(below.alerts());
		this.reviews = new OverlayTable<>(below.reviews());
		this.answers = new OverlayTable<>(below.answers());
		this.notices = new OverlayTable<>(below.notices());
		this.answeredItems = new OverlayTable<>(below.answeredItems());
		this.pictures = new OverlayTable<>(below.pictures());
		this.feeds = new OverlayTable<>(below.feeds());
		this.values = new OverlayTable<>(below.values());
		this.mentions = new OverlayTable<>(below.mentions());
		this.renumberings = new OverlayTable<>(below.renumberings());
		this.blocks = new OverlayTable<>(below.blocks());
		this.edges = new OverlayTable<>(below.edges());
		this.persons = new OverlayTable<>(below.persons());
		this.homes = new OverlayTable<>(below.homes());
		this.alertsOfChild = new OverlayTable<>(below.alertsOfChild());
		this.alertsDue = new OverlayTable<>(below.alertsDue());
		this.daysAhead = new OverlayTable<>(below.daysAhead());
		this.reviewsOfPerson = new OverlayTable<>(below.reviewsOfPerson());
		this.answersOf = new OverlayTable<>(below.answersOf());
		this.noticesOfChild = new OverlayTable<>(below.noticesOfChild());
	}

	/** Applies all changes to the state below. */
	public void apply() {
		this.records.apply();
		this.links.apply();
		this.alerts.apply();
		this.reviews.apply();
		this.answers.apply();
		this.notices.apply();
		this.answeredItems.apply();
		this.pictures.apply();
		this.feeds.apply();
		this.values.apply();
		this.mentions.apply();
		this.renumberings.apply();
		this.blocks.apply();
		this.edges.apply();
		this.persons.apply();
		this.homes.apply();
		this.alertsOfChild.apply();
		this.alertsDue.apply();
		this.daysAhead.apply();
		this.reviewsOfPerson.apply();
		this.answersOf.apply();
		this.noticesOfChild.apply();
	}

	@Override
	public Table<SourceRecordId, SourceRecord> records() {
		return this.records;
	}

	@Override
	public Table<MentionId, Link> links() {
		return this.links;
	}

	@Override
	public Table<UUID, AlertMemory> alerts() {
		return this.alerts;
	}

	@Override
	public Table<UUID, ReviewMemory> reviews() {
		return this.reviews;
	}

	@Override
	public Table<UUID, LinkAnswer> answers() {
		return this.answers;
	}

	@Override
	public Table<MentionId, List<LinkAnswer>> answersOf() {
		return this.answersOf;
	}

	@Override
	public Table<UUID, NoticeMemory> notices() {
		return this.notices;
	}

	@Override
	public Table<MentionId, AnsweredItems> answeredItems() {
		return this.answeredItems;
	}

	@Override
	public Table<MentionId, Long> pictures() {
		return this.pictures;
	}

	@Override
	public Table<FeedId, FeedMemory> feeds() {
		return this.feeds;
	}

	@Override
	public Table<String, Long> values() {
		return this.values;
	}

	@Override
	public Table<MentionId, Mention> mentions() {
		return this.mentions;
	}

	@Override
	public Table<String, List<Renumbering>> renumberings() {
		return this.renumberings;
	}

	@Override
	public Table<Long, List<MentionId>> blocks() {
		return this.blocks;
	}

	@Override
	public Table<MentionId, List<Edge>> edges() {
		return this.edges;
	}

	@Override
	public Table<PersonId, List<MentionId>> persons() {
		return this.persons;
	}

	@Override
	public Table<String, List<MentionId>> homes() {
		return this.homes;
	}

	@Override
	public Table<MentionId, List<UUID>> alertsOfChild() {
		return this.alertsOfChild;
	}

	@Override
	public Table<Long, List<UUID>> alertsDue() {
		return this.alertsDue;
	}

	@Override
	public Table<Long, List<MentionId>> daysAhead() {
		return this.daysAhead;
	}

	@Override
	public Table<PersonId, List<UUID>> reviewsOfPerson() {
		return this.reviewsOfPerson;
	}

	@Override
	public Table<MentionId, List<UUID>> noticesOfChild() {
		return this.noticesOfChild;
	}

}
