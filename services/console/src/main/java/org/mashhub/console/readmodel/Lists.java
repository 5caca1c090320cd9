package org.mashhub.console.readmodel;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mashhub.console.readmodel.AlertFilter.Which;
import org.mashhub.console.readmodel.ReadModel.Viewer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lists that grow with the years, part by part. Each part is found by index from
 * where the one before ended, so that the last costs as little as the first; what a
 * viewer may not see is left out before a part is cut.
 */
@Component
@Transactional(readOnly = true)
public class Lists {

	private static final String OPEN = "OPEN";

	private static final String CLOSED = "CLOSED";

	private final JdbcClient jdbc;

	private final ReadModel readModel;

	Lists(JdbcClient jdbc, ReadModel readModel) {
		this.jdbc = jdbc;
		this.readModel = readModel;
	}

	/**
	 * Alerts: open ones by deadline, the soonest first, then those that have ended by
	 * deadline, the latest first.
	 * @param filter which
	 * @param viewer who asks
	 * @param part which part
	 * @return alerts
	 */
	public Page<AlertView> alerts(AlertFilter filter, Viewer viewer, Part part) {
		Place after = part.place();
		boolean amongClosed = after != null && after.text(0).equals(CLOSED);
		List<AlertView> found = new ArrayList<>();
		if (filter.which() != Which.CLOSED && !amongClosed) {
			found.addAll(open(filter, after, part.toRead()));
		}
		if (filter.which() != Which.OPEN && found.size() < part.toRead()) {
			found.addAll(closed(filter, amongClosed ? after : null, part.toRead() - found.size()));
		}
		return part
			.of(found, (last) -> Place.of(last.open() ? OPEN : CLOSED, last.dueAt(), last.raisedAt(), last.alertId()))
			.with((alerts) -> this.readModel.shown(alerts, viewer));
	}

	private List<AlertView> open(AlertFilter filter, @Nullable Place after, int most) {
		return alerts("""
				SELECT body FROM alert WHERE state <> 'CLOSED'%s%s ORDER BY due_at, raised_at, alert_id LIMIT :most
				""".formatted(only(filter),
				(after != null) ? " AND (due_at, raised_at, alert_id) > (:due, :raised, :id)" : ""), filter, after,
				most);
	}

	private List<AlertView> closed(AlertFilter filter, @Nullable Place after, int most) {
		return alerts(
				"""
						SELECT body FROM alert WHERE state = 'CLOSED'%s%s
						ORDER BY due_at DESC, raised_at DESC, alert_id DESC LIMIT :most
						""".formatted(only(filter),
						(after != null) ? " AND (due_at, raised_at, alert_id) < (:due, :raised, :id)" : ""),
				filter, after, most);
	}

	private static String only(AlertFilter filter) {
		return ((filter.area() != null) ? " AND area = :area" : "")
				+ ((filter.colour() != null) ? " AND colour = :colour" : "");
	}

	private List<AlertView> alerts(String sql, AlertFilter filter, @Nullable Place after, int most) {
		return this.jdbc.sql(sql)
			.param("area", filter.area())
			.param("colour", (filter.colour() != null) ? filter.colour().name() : null)
			.param("due", (after != null) ? after.time(1) : null)
			.param("raised", (after != null) ? after.time(2) : null)
			.param("id", (after != null) ? after.id(3) : null)
			.param("most", most)
			.query(String.class)
			.list()
			.stream()
			.map((body) -> Json.read(body, AlertView.class))
			.toList();
	}

	/**
	 * Children that the hub may show, in an order that no renaming changes.
	 * @param area one area, or null for all
	 * @param part which part
	 * @return children by id
	 */
	public Page<ChildView> children(@Nullable String area, Part part) {
		Place after = part.place();
		return part.of(this.jdbc
			.sql("""
					SELECT body FROM child WHERE NOT withdrawn%s%s ORDER BY child_id LIMIT :most
					""".formatted((area != null) ? " AND area = :area" : "",
					(after != null) ? " AND child_id > :after" : ""))
			.param("area", area)
			.param("after", (after != null) ? after.id(0) : null)
			.param("most", part.toRead())
			.query(String.class)
			.list()
			.stream()
			.map((body) -> Json.read(body, ChildView.class))
			.toList(), (last) -> Place.of(last.childId()));
	}

	/**
	 * Who was told of anything. What changes of a notification gives it a later time:
	 * whoever reads on after the last part finds it again.
	 * @param area one area, or null for all
	 * @param part which part
	 * @return notifications in the order of their time
	 */
	public Page<NotificationView> notifications(@Nullable String area, Part part) {
		Place after = part.place();
		return part.of(this.jdbc
			.sql("""
					SELECT body FROM notification WHERE true%s%s ORDER BY at, notification_id LIMIT :most
					""".formatted((area != null) ? " AND area = :area" : "",
					(after != null) ? " AND (at, notification_id) > (:at, :id)" : ""))
			.param("area", area)
			.param("at", (after != null) ? after.time(0) : null)
			.param("id", (after != null) ? after.id(1) : null)
			.param("most", part.toRead())
			.query(String.class)
			.list()
			.stream()
			.map((body) -> Json.read(body, NotificationView.class))
			.toList(), (last) -> Place.of(last.at(), last.notificationId()));
	}

	/**
	 * What was set aside.
	 * @param part which part
	 * @return newest first
	 */
	public Page<QuarantineView> quarantine(Part part) {
		Place after = part.place();
		return part.of(this.jdbc
			.sql("""
					SELECT stage, topic, partition_no, offset_no, area, receipt_id, reason, at FROM quarantined
					%s
					ORDER BY at DESC, topic DESC, partition_no DESC, offset_no DESC, stage DESC LIMIT :most
					""".formatted((after != null)
					? "WHERE (at, topic, partition_no, offset_no, stage) < (:at, :topic, :partition, :offset, :stage)"
					: ""))
			.param("at", (after != null) ? after.time(0) : null)
			.param("topic", (after != null) ? after.text(1) : null)
			.param("partition", (after != null) ? after.whole(2) : null)
			.param("offset", (after != null) ? after.whole(3) : null)
			.param("stage", (after != null) ? after.text(4) : null)
			.param("most", part.toRead())
			.query((row, number) -> new QuarantineView(row.getString(1), row.getString(2), row.getInt(3),
					row.getLong(4), row.getString(5), row.getString(6), row.getString(7),
					row.getTimestamp(8).toInstant()))
			.list(), (last) -> Place.of(last.at(), last.topic(), last.partition(), last.offset(), last.stage()));
	}

	/**
	 * Links that an officer should check.
	 * @param viewer who asks
	 * @param part which part
	 * @return open questions that the viewer may see, strongest first
	 */
	public Page<ReviewView> openReviews(Viewer viewer, Part part) {
		Place after = part.place();
		return part.of(this.readModel.reviews("""
				r.open%s ORDER BY CAST(r.body ->> 'bits' AS float) DESC, r.review_id LIMIT :most
				""".formatted((after != null) ? """
				 AND CAST(r.body ->> 'bits' AS float) <= :bits
				AND (CAST(r.body ->> 'bits' AS float) < :bits OR r.review_id > :id)""" : ""), viewer,
				(statement) -> statement.param("bits", (after != null) ? after.number(0) : null)
					.param("id", (after != null) ? after.id(1) : null)
					.param("most", part.toRead())),
				(last) -> Place.of(last.bits(), last.reviewId()));
	}

}
