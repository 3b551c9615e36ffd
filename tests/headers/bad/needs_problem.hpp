#pragma once

/// Uses a type of ours whose header it does not include.
sievarr::Problem needs_problem();
