package org.mashhub.adapter.socialcare;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/** A text that is null or a source of referral of the DfE's CIN census 2024-25. */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = "1[A-D]|2[AB]|3[A-F]|4|5[A-D]|6|7|8|9|10")
@ReportAsSingleViolation
@interface ReferralSource {

	String message() default "is not a source of the CIN census 2024-25 | Send one of 1A to 1D, 2A, 2B, 3A to 3F, 4, 5A to 5D, 6, 7, 8, 9, 10.";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
