"""Drawing: asgiplots, uPlot, ECharts, BokehJS and Plotly on the same work, in the same browser."""
