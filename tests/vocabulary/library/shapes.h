/* Objects that are a kind of another. */
#ifndef SHAPES_H
#define SHAPES_H

#include "kinds.h"

/** Has an area. */
typedef struct kinds_shape kinds_shape;
kinds_shape *kinds_shape_create(double area);
void kinds_shape_destroy(kinds_shape *shape);
double kinds_shape_area(const kinds_shape *shape);
bool kinds_shape_covers(const kinds_shape *shape, const kinds_shape *other);
/** Takes the other as its own. */
void kinds_shape_attach(kinds_shape *shape, kinds_shape *other);
double kinds_shapes_total(kinds_shape *const *shapes, size_t count);
/** Shapes, and circles, that are not destroyed yet. */
int kinds_shapes_alive(void);
int kinds_circles_alive(void);

/** Begins with a shape. */
typedef struct kinds_circle kinds_circle;
kinds_circle *kinds_circle_create(double radius);
void kinds_circle_destroy(kinds_circle *circle);
double kinds_circle_radius(const kinds_circle *circle);

/** Has a shape inside. */
typedef struct kinds_ring kinds_ring;
kinds_ring *kinds_ring_create(double inner, double outer);
kinds_shape *kinds_ring_shape(kinds_ring *ring);
double kinds_ring_inner(const kinds_ring *ring);

#endif
