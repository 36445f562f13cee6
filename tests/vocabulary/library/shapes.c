#include "shapes.h"

#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>

struct kinds_shape {
    double area;
    kinds_shape *attached;
    size_t offset; /* in what was allocated */
};

struct kinds_circle {
    kinds_shape shape;
    double radius;
};

struct kinds_ring {
    double inner;
    kinds_shape shape;
};

static atomic_int shapes, circles;

static void *make(size_t size, size_t offset, double area) {
    char *made = calloc(1, size);
    if (!made)
        return NULL;
    *(kinds_shape *)(made + offset) = (kinds_shape){area, NULL, offset};
    shapes++;
    return made;
}

kinds_shape *kinds_shape_create(double area) { return make(sizeof(kinds_shape), 0, area); }

void kinds_shape_destroy(kinds_shape *shape) {
    if (shape->attached)
        kinds_shape_destroy(shape->attached);
    free((char *)shape - shape->offset);
    shapes--;
}

double kinds_shape_area(const kinds_shape *shape) {
    return shape->area + (shape->attached ? shape->attached->area : 0);
}
bool kinds_shape_covers(const kinds_shape *shape, const kinds_shape *other) { return shape->area >= other->area; }
void kinds_shape_attach(kinds_shape *shape, kinds_shape *other) { shape->attached = other; }

double kinds_shapes_total(kinds_shape *const *all, size_t count) {
    double total = 0;
    for (size_t i = 0; i < count; i++)
        total += kinds_shape_area(all[i]);
    return total;
}

int kinds_shapes_alive(void) { return shapes; }
int kinds_circles_alive(void) { return circles; }

kinds_circle *kinds_circle_create(double radius) {
    kinds_circle *circle = make(sizeof(kinds_circle), offsetof(kinds_circle, shape), 3 * radius * radius);
    if (circle) {
        circle->radius = radius;
        circles++;
    }
    return circle;
}

void kinds_circle_destroy(kinds_circle *circle) {
    circles--;
    kinds_shape_destroy(&circle->shape);
}

double kinds_circle_radius(const kinds_circle *circle) { return circle->radius; }

kinds_ring *kinds_ring_create(double inner, double outer) {
    kinds_ring *ring = make(sizeof(kinds_ring), offsetof(kinds_ring, shape), 3 * (outer * outer - inner * inner));
    if (ring)
        ring->inner = inner;
    return ring;
}

kinds_shape *kinds_ring_shape(kinds_ring *ring) { return &ring->shape; }
double kinds_ring_inner(const kinds_ring *ring) { return ring->inner; }
