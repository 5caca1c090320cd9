package org.mashhub.notification.notice;

import java.sql.Timestamp;
import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What time it is in each area, as far as its log has come; never runs back. */
@Component
class AreaClocks {

	private final JdbcClient jdbc;

	AreaClocks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Transactional
	void advance(String area, Instant clock) {
		this.jdbc.sql("""
				INSERT INTO area_clock (area, clock) VALUES (:area, :clock)
				ON CONFLICT (area) DO UPDATE SET clock = excluded.clock WHERE area_clock.clock < excluded.clock
				""").param("area", area).param("clock", Timestamp.from(clock)).update();
	}

}
