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
 * State in hash maps. What is kept can be given tables of its own, which write elsewhere
 * too.
 */
public final class HeapState implements AreaState {

	private final Table<SourceRecordId, SourceRecord> records;

	private final Table<MentionId, Link> links;

	private final Table<UUID, AlertMemory> alerts;

	private final Table<UUID, ReviewMemory> reviews;

	private final Table<UUID, LinkAnswer> answers;

	private final Table<UUID, NoticeMemory> notices;

	private final Table<MentionId, AnsweredItems> answeredItems;

	private final Table<MentionId, Long> pictures;

	private final Table<FeedId, FeedMemory> feeds;

	private final Table<String, Long> values;

	private final Table<MentionId, Mention> mentions = new HeapTable<>();

	private final Table<String, List<Renumbering>> renumberings = new HeapTable<>();

	private final Table<Long, List<MentionId>> blocks = new BlockTable();

	private final Table<MentionId, List<Edge>> edges = new HeapTable<>();

	private final Table<PersonId, List<MentionId>> persons = new HeapTable<>();

	private final Table<String, List<MentionId>> homes = new HeapTable<>();

	private final Table<MentionId, List<UUID>> alertsOfChild = new HeapTable<>();

	private final Table<Long, List<UUID>> alertsDue = new HeapTable<>();

	private final Table<Long, List<MentionId>> daysAhead = new HeapTable<>();

	private final Table<PersonId, List<UUID>> reviewsOfPerson = new HeapTable<>();

	private final Table<MentionId, List<LinkAnswer>> answersOf = new HeapTable<>();

	private final Table<MentionId, List<UUID>> noticesOfChild = new HeapTable<>();

	/** State that is lost with the process: for tests and tools. */
	public HeapState() {
		this(new HeapTable<>(), new HeapTable<>(), new HeapTable<>(), new HeapTable<>(), new HeapTable<>(),
				new HeapTable<>(), new HeapTable<>(), new HeapTable<>(), new HeapTable<>(), new HeapTable<>());
	}

	/**
	 * State whose kept tables are given.
	 * @param records see {@link AreaState#records()}
	 * @param links see {@link AreaState#links()}
	 * @param alerts see {@link AreaState#alerts()}
	 * @param reviews see {@link AreaState#reviews()}
	 * @param answers see {@link AreaState#answers()}
	 * @param notices see {@link AreaState#notices()}
	 * @param answeredItems see {@link AreaState#answeredItems()}
	 * @param pictures see {@link AreaState#pictures()}
	 * @param feeds see {@link AreaState#feeds()}
	 * @param values see {@link AreaState#values()}
	 */
	public HeapState(Table<SourceRecordId, SourceRecord> records, Table<MentionId, Link> links,
			Table<UUID, AlertMemory> alerts, Table<UUID, ReviewMemory> reviews, Table<UUID, LinkAnswer> answers,
			Table<UUID, NoticeMemory> notices, Table<MentionId, AnsweredItems> answeredItems,
			Table<MentionId, Long> pictures, Table<FeedId, FeedMemory> feeds, Table<String, Long> values) {
		this.records = records;
		this.links = links;
		this.alerts = alerts;
		this.reviews = reviews;
		this.answers = answers;
		this.notices = notices;
		this.answeredItems = answeredItems;
		this.pictures = pictures;
		this.feeds = feeds;
		this.values = values;
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
