"""The picture's side of the comparison: asgiplots, uPlot, ECharts, BokehJS and Plotly on the same work, in one browser."""
