package org.mashhub.console.decisions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.mashhub.console.readmodel.ReviewView;
import org.mashhub.console.readmodel.ReviewedMentionView;
import org.mashhub.hub.v1.LinkDecided;
import org.mashhub.hub.v1.LinkVerdict;
import org.mashhub.messaging.NameUuid;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records what officers answer about who is who, and sees to it that it is published. An
 * answer is about two mentions; a later one to the same question is about the same two,
 * and so replaces it, even where the question has gone away since.
 */
@Component
public class LinkAnswers {

	private static final int MOST = 200;

	private final JdbcClient jdbc;

	private final Outbox outbox;

	private final InstantSource clock;

	LinkAnswers(JdbcClient jdbc, Outbox outbox, InstantSource clock) {
		this.jdbc = jdbc;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * Whether a question can be answered: it is open, or was answered and may be answered
	 * otherwise.
	 * @param review the question
	 * @return true when an answer would mean something
	 */
	public boolean canAnswer(ReviewView review) {
		return (review.open() && asked(review).isPresent()) || inForce(review.reviewId()).isPresent();
	}

	/**
	 * Records an answer and puts it into the outbox, both or neither. The same sender's
	 * id a second time, to the same question, does nothing. An open question is answered
	 * about the two that it shows; one that is settled, about the two that it was
	 * answered about.
	 * @param sentId what its sender calls it
	 * @param review the question, which can be answered
	 * @param verdict the answer
	 * @param reason why
	 * @param by who answers
	 * @return its receipt: never what its sender chose, which might be that of something
	 * else that the hub has accepted
	 */
	@Transactional
	public UUID record(UUID sentId, ReviewView review, LinkVerdict verdict, String reason, String by) {
		UUID receiptId = NameUuid.of("decision", review.reviewId(), sentId);
		Optional<Pair> shown = review.open() ? asked(review) : Optional.empty();
		Pair pair = shown.or(() -> inForce(review.reviewId()))
			.orElseThrow(() -> new IllegalStateException("the question " + review.reviewId() + " is about nobody"));
		Instant at = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		boolean first = this.jdbc
			.sql("""
					INSERT INTO link_answer (receipt_id, review_id, area, mention_id, source_record, ref, other_mention_id,
					                         other_source_record, other_ref, verdict, reason, answered_by, answered_at)
					VALUES (:receipt, :review, :area, :mention, :record, :ref, :other, :otherRecord, :otherRef, :verdict, :reason,
					        :by, :at)
					ON CONFLICT DO NOTHING
					""")
			.param("receipt", receiptId)
			.param("review", review.reviewId())
			.param("area", review.area())
			.param("mention", pair.one().id())
			.param("record", pair.one().record())
			.param("ref", pair.one().ref())
			.param("other", pair.other().id())
			.param("otherRecord", pair.other().record())
			.param("otherRef", pair.other().ref())
			.param("verdict", verdict.name())
			.param("reason", reason)
			.param("by", by)
			.param("at", Timestamp.from(at))
			.update() == 1;
		if (first) {
			this.outbox.add(pair.linkId().toString(),
					LinkDecided.newBuilder()
						.setReceiptId(receiptId)
						.setArea(review.area())
						.setLinkId(pair.linkId())
						.setReviewId(review.reviewId())
						.setMentionId(pair.one().id())
						.setSourceRecord(pair.one().record())
						.setRef(pair.one().ref())
						.setOtherMentionId(pair.other().id())
						.setOtherSourceRecord(pair.other().record())
						.setOtherRef(pair.other().ref())
						.setVerdict(verdict)
						.setReason(reason)
						.setBy(by)
						.setAt(at)
						.build());
		}
		return receiptId;
	}

	/**
	 * What was answered to a question here.
	 * @param reviewId the question
	 * @return answers, the one that counts first
	 */
	public List<LinkAnswerView> about(UUID reviewId) {
		return this.jdbc.sql("""
				SELECT l.receipt_id, l.review_id, l.verdict, l.reason, l.answered_by, l.answered_at, a.outcome
				FROM link_answer l LEFT JOIN applied a ON a.receipt_id = l.receipt_id
				WHERE l.review_id = :review ORDER BY l.seq DESC
				""").param("review", reviewId).query(LinkAnswers::view).list();
	}

	/**
	 * The answer that counts, of each question answered here.
	 * @return newest first
	 */
	public List<LinkAnswerView> newest() {
		return this.jdbc.sql("""
				SELECT l.receipt_id, l.review_id, l.verdict, l.reason, l.answered_by, l.answered_at, a.outcome
				FROM link_answer l LEFT JOIN applied a ON a.receipt_id = l.receipt_id
				WHERE NOT EXISTS (SELECT 1 FROM link_answer n WHERE n.review_id = l.review_id AND n.seq > l.seq)
				ORDER BY l.seq DESC LIMIT :most
				""").param("most", MOST).query(LinkAnswers::view).list();
	}

	/** The two that the last answer was about, unless it said nothing of them. */
	private Optional<Pair> inForce(UUID reviewId) {
		return this.jdbc.sql("""
				SELECT mention_id, source_record, ref, other_mention_id, other_source_record, other_ref, verdict
				FROM link_answer WHERE review_id = :review ORDER BY seq DESC LIMIT 1
				""")
			.param("review", reviewId)
			.query((row, number) -> new Answered(
					new Pair(new Side(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
							new Side(row.getObject(4, UUID.class), row.getString(5), row.getString(6))),
					LinkVerdict.valueOf(row.getString(7))))
			.optional()
			.filter((answered) -> answered.verdict() != LinkVerdict.UNSURE)
			.map(Answered::pair);
	}

	private static Optional<Pair> asked(ReviewView review) {
		ReviewedMentionView one = review.mention();
		ReviewedMentionView other = review.otherMention();
		return (one != null && other != null) ? Optional.of(new Pair(Side.of(one), Side.of(other))) : Optional.empty();
	}

	private static LinkAnswerView view(ResultSet row, int number) throws SQLException {
		return new LinkAnswerView(row.getObject(1, UUID.class), row.getObject(2, UUID.class),
				LinkVerdict.valueOf(row.getString(3)), row.getString(4), row.getString(5),
				row.getTimestamp(6).toInstant(), row.getString(7));
	}

	private record Answered(Pair pair, LinkVerdict verdict) {
	}

	private record Pair(Side one, Side other) {

		/** The same whichever of the two comes first. */
		UUID linkId() {
			boolean inOrder = this.one.id().compareTo(this.other.id()) < 0;
			return NameUuid.of("link", inOrder ? this.one.id() : this.other.id(),
					inOrder ? this.other.id() : this.one.id());
		}

	}

	private record Side(UUID id, String record, String ref) {

		static Side of(ReviewedMentionView mention) {
			return new Side(mention.mentionId(), mention.sourceRecord(), mention.ref());
		}

	}

}
