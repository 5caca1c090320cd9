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

/** A text that is null or a primary need of the DfE's CIN census 2024-25. */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = "N[0-9]")
@ReportAsSingleViolation
@interface PrimaryNeed {

	String message() default "is not a primary need of the CIN census 2024-25 | Send one of N1 to N8, N0 or N9.";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
